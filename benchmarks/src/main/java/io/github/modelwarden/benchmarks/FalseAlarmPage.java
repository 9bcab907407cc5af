package io.github.modelwarden.benchmarks;

import java.util.List;

/** Stub. */
record FalseAlarmPage(ResultFile results) {
    static final List<Sizes> SIZES = Sizes.pairs(100, 300, 1000, 10_000, 100_000);
    static final List<Sizes> MULTIVARIATE_SIZES = Sizes.pairs(100, 300, 1000);

    Page write(String command, long seed) {
        return Page.titled("False alarms", "How often unchanged data is called drifted, measured.")
                .provenance(command, results, seed);
    }
}
