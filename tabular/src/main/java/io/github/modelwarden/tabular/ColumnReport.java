package io.github.modelwarden.tabular;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a scan found in one column.
 *
 * @param name the column's name in the blocks
 * @param kind what it holds
 * @param source where the kind comes from
 * @param reason why it is of this kind, in words, for example {@code 7032 of 7032 present cells are numbers}
 * @param advice what to do if the cells are not meant as they were read, such as numbers with a decimal comma; a part of a
 *     sentence, empty as long as nothing looks like it
 * @param missing rows without a value: blank cells and missing words, not the cells of {@code problems}
 * @param examples up to five distinct values of the first rows as the file writes them, without missing ones; empty for a
 *     sensitive column
 * @param problems cells that count as missing in the blocks though they hold something; at most one of each kind
 */
public record ColumnReport(
        String name,
        ColumnKind kind,
        TypeSource source,
        String reason,
        Optional<String> advice,
        long missing,
        List<String> examples,
        List<CellProblem> problems) {

    public ColumnReport {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(advice, "advice");
        examples = List.copyOf(examples);
        problems = List.copyOf(problems);
    }

    /** {@return whether the column is left out of the blocks, because it is neither numeric nor categorical} */
    public boolean isLeftOut() {
        return kind.featureType().isEmpty();
    }

    /** {@return the reason, with the advice if there is one} */
    public String reasonAndAdvice() {
        return advice.map(todo -> reason + "; " + todo).orElse(reason);
    }

    /** {@return a sentence on all problems of the column, empty without problems} */
    public String problemSentence() {
        return problems.isEmpty()
                ? ""
                : "column '" + name + "': "
                        + problems.stream().map(CellProblem::sentence).collect(Collectors.joining("; "));
    }
}
