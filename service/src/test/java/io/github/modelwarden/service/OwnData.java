package io.github.modelwarden.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** A small table of a user, and its schema. */
public final class OwnData {

    private static final String SCHEMA = """
            model: shop
            features:
              - {name: income, type: numeric, min: 0, max: 500000, sensitive: true}
              - {name: diagnosis, type: categorical, categories: [flu, cold], sensitive: true}
              - {name: visits, type: numeric, min: 0}
            label: {name: bought, positive: "yes", negative: "no"}
            """;

    private OwnData() {}

    public static Path schema(Path folder) throws IOException {
        return Files.writeString(folder.resolve("schema.yaml"), SCHEMA);
    }

    public static Path csv(Path folder, int rows) throws IOException {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("income,diagnosis,visits,bought\n");
        for (int i = 0; i < rows; i++) {
            int visits = random.nextInt(10);
            csv.append(20_000 + random.nextInt(60_000)).append(',');
            csv.append(random.nextBoolean() ? "flu" : "cold").append(',');
            csv.append(visits).append(',');
            csv.append(visits + random.nextGaussian() > 5 ? "yes" : "no").append('\n');
        }
        return Files.writeString(folder.resolve("data.csv"), csv);
    }
}
