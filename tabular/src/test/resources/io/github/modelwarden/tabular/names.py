"""Writes Parquet files whose column names DuckDB itself would change.

Run with pyarrow 26.0.1 in this folder: python names.py (2026-11-24).
"""

import pyarrow as pa
import pyarrow.parquet as pq

pq.write_table(pa.table({"plan": ["a", "b"], "Plan": [1.5, 2.5], "PLAN": [[1], [2, 3]], "x": [True, None]}), "case-names.parquet")
pq.write_table(pa.Table.from_arrays([pa.array([1, 2]), pa.array([3, 4])], names=["a", "a"]), "same-names.parquet")
