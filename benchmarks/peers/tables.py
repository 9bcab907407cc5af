"""Writes the two CSV files of the speed comparison: 20 numeric columns, seeded.

    python tables.py ROWS REFERENCE CURRENT

Sixteen columns have all their digits, four are whole numbers or rounded, with many equal values. Every other column of the
current file is shifted by 0.02 to 0.2 standard deviations.
"""

import math
import sys

import numpy as np
import pyarrow as pa
from pyarrow import csv

COLUMNS = 20
SEED = 20260101
BLOCK = 500_000


def column(kind, random, rows):
    """Values with a standard deviation of 1, or of 20 where they are rounded."""
    if kind == 0:
        return random.normal(10.0, 1.0, rows)
    if kind == 1:
        return random.lognormal(0.0, 1.0, rows) / math.sqrt((math.e - 1) * math.e)
    if kind == 2:
        return random.standard_t(3, rows) / math.sqrt(3)
    if kind == 3:
        return random.random(rows) * math.sqrt(12)
    return random.exponential(20.0, rows)


def shift(i):
    return (0.02, 0.05, 0.1, 0.2)[i // 2 % 4] if i % 2 else 0.0


def block(random, rows, shifted):
    data = {}
    for i in range(COLUMNS):
        kind = i % 5
        values = column(kind, random, rows)
        if shifted:
            values += shift(i) * (20.0 if kind == 4 else 1.0)
        data[f"x{i:02d}"] = np.round(values, i % 3) if kind == 4 else values
    return pa.table(data)


def write(path, rows, random, shifted):
    writer = None
    for start in range(0, rows, BLOCK):
        table = block(random, min(BLOCK, rows - start), shifted)
        if writer is None:
            writer = csv.CSVWriter(path, table.schema)
        writer.write_table(table)
    writer.close()


def main():
    rows = int(sys.argv[1])
    write(sys.argv[2], rows, np.random.default_rng(SEED), False)
    write(sys.argv[3], rows, np.random.default_rng(SEED + 1), True)


if __name__ == "__main__":
    main()
