package io.github.modelwarden.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.core.binning.CategoricalBinning;
import io.github.modelwarden.core.binning.NumericBinning;
import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.NumericColumn;
import io.github.modelwarden.core.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProfileJsonTest {

    @Test
    void aBaselineIsShownInFull() {
        Table table = Table.of(List.of(
                NumericColumn.of("age", 1, 2, 3, 4, Double.NaN),
                CategoricalColumn.of("plan", Arrays.asList("a", "a", "a", "a", "a")),
                NumericColumn.of(DatasetProfile.SCORE, 0.5, 0.25, 0.75, Double.NaN, 1)));
        Baseline baseline = Baseline.of(table, 2).withMetadata(Map.of("source", "orders.csv"));

        assertThat(ProfileJson.of(baseline))
                .startsWith("""
                        {
                          "format_version": 2,
                          "id": "%s",
                          "rows": 5,
                          "metadata": {
                            "source": "orders.csv"
                          },
                          "features": [
                            {
                              "feature": "age",
                              "type": "numeric",
                              "rows": 5,
                              "missing": 1,
                              "distinct": 4,
                              "distinct_is_exact": true,
                              "mean": 2.5,
                        """.formatted(baseline.id()))
                .contains("""
                              "min": 1.0,
                              "max": 4.0,
                              "quantiles": {
                                "0.01": 1.0,
                        """)
                .contains("""
                              "cells": 6,
                              "cells_are_exact": true,
                              "bins": [
                                {
                                  "id": "below_range",
                                  "description": "< 1.0",
                                  "count": 0,
                                  "share": 0.0
                                },
                                {
                                  "id": "00",
                                  "description": "≤ 2",
                                  "count": 2,
                                  "share": 0.4,
                                  "mean_score": 0.375
                                },
                                {
                                  "id": "01",
                                  "description": "> 2",
                                  "count": 2,
                                  "share": 0.4,
                                  "mean_score": 0.75
                                },
                                {
                                  "id": "above_range",
                                  "description": "> 4.0",
                                  "count": 0,
                                  "share": 0.0
                                },
                                {
                                  "id": "missing",
                                  "description": "missing",
                                  "count": 1,
                                  "share": 0.2,
                                  "mean_score": 1.0
                                }
                              ]
                            },
                        """);
    }

    @Test
    void everyValueIsInOneBinAlsoOutsideTheRange() {
        DatasetProfile profile = Baseline.of(Table.of(List.of(NumericColumn.of("age", 1, 2, 3, 4))), 2)
                .emptyProfile();
        profile.accept(Table.of(List.of(NumericColumn.of("age", -5, 1, 0, 3.5, 9))));

        assertThat(counts(ProfileJson.of(profile))).containsExactly("2", "1", "1", "1", "0");
    }

    private static List<String> counts(String json) {
        return json.lines()
                .filter(line -> line.contains("\"count\""))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .toList();
    }

    @Test
    void categoriesWithoutABinAreListed() {
        Map<String, io.github.modelwarden.core.binning.Binning> bins = new LinkedHashMap<>();
        bins.put("plan", CategoricalBinning.of(List.of("a")));
        DatasetProfile profile = DatasetProfile.of(bins);
        profile.accept(Table.of(List.of(CategoricalColumn.of("plan", List.of("b \"x\"", "c", "a", "c")))));

        assertThat(ProfileJson.of(profile)).contains("""
                      "heavy_hitters": [
                        {
                          "value": "c",
                          "count": 2
                        },
                        {
                          "value": "b \\"x\\"",
                          "count": 1
                        }
                      ],
                      "heavy_hitters_maximum_undercount": 0
                """);
    }

    @Test
    void whatIsUndefinedIsNull() {
        String json =
                ProfileJson.of(DatasetProfile.of(Map.of("x", NumericBinning.of(new double[0], new double[] {0}))));

        assertThat(json)
                .contains("\"mean\": null", "\"min\": null", "\"0.5\": null", "\"share\": null", "\"distinct\": 0,")
                .doesNotContain("NaN", "Infinity", "below_range");
    }

    @Test
    void whatAnOldProfileDoesNotKnowIsNull() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ProfileJsonTest.class.getResourceAsStream("version1/sampled.mwp"))) {
            String json = ProfileJson.of(BaselineCodec.read(new ByteArrayInputStream(in.readAllBytes()), "old"));

            assertThat(json).contains("\"distinct\": null", "\"distinct_is_exact\": null", "\"0.5\": null");
        }
    }
}
