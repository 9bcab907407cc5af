package io.github.modelwarden.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a table is replayed as traffic.
 *
 * @param referenceShare share of the rows, in file order, that form the reference; above 0 and below 1
 * @param first of the other rows, those with these column values come first; empty keeps file order
 */
public record Replay(double referenceShare, Map<String, String> first) {

    public Replay {
        if (!(referenceShare > 0 && referenceShare < 1)) {
            throw new IllegalArgumentException("replay: expected a reference share above 0 and below 1 but got "
                    + referenceShare + "; 0.5 takes the first half of the rows as the reference");
        }
        first = Collections.unmodifiableMap(new LinkedHashMap<>(first));
    }
}
