package io.github.modelwarden.drift.rendering;

import java.util.List;
import java.util.Objects;

/**
 * What a drift report is about.
 *
 * @param reference where the reference rows come from, for example a file name
 * @param referenceRows how many there are
 * @param current where the current rows come from
 * @param currentRows how many there are
 * @param notes what a reader should know beside the verdicts, a sentence each: columns left out, types inferred
 */
public record ReportSubject(
        String reference, long referenceRows, String current, long currentRows, List<String> notes) {

    public ReportSubject {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(current, "current");
        notes = List.copyOf(notes);
    }
}
