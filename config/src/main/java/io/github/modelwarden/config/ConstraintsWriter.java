package io.github.modelwarden.config;

import io.github.modelwarden.core.quality.Constraint;
import io.github.modelwarden.core.quality.ConstraintSet;
import io.github.modelwarden.core.quality.ReferenceCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes files with constraints. */
final class ConstraintsWriter {

    private final StringBuilder out = new StringBuilder();
    private final Function<Constraint, Optional<String>> reasons;

    private ConstraintsWriter(Function<Constraint, Optional<String>> reasons) {
        this.reasons = reasons;
    }

    static String write(ConstraintSet set, Function<Constraint, Optional<String>> reasons) {
        if (set.constraints().isEmpty()) {
            return "columns: {}\n";
        }
        ConstraintsWriter writer = new ConstraintsWriter(reasons);
        writer.table(set.constraints().stream()
                .filter(constraint -> constraint.subject().isEmpty())
                .toList());
        writer.columns(set.constraints().stream()
                .filter(constraint -> constraint.subject().isPresent())
                .toList());
        return writer.out.toString();
    }

    private void table(List<Constraint> constraints) {
        if (constraints.isEmpty()) {
            return;
        }
        out.append("table:\n");
        boolean inList = false;
        for (Constraint constraint : constraints) {
            if (constraint instanceof Constraint.NoDuplicates) {
                out.append(inList ? "" : "  duplicates:\n");
                inList = true;
                entry("    ", "- ", constraint);
            } else {
                entry("  ", constraint.kind().word() + ": ", constraint);
            }
        }
    }

    private void columns(List<Constraint> constraints) {
        Optional<String> column = Optional.empty();
        for (Constraint constraint : constraints) {
            if (column.isEmpty()) {
                out.append("columns:\n");
            }
            if (!column.equals(constraint.subject())) {
                column = constraint.subject();
                out.append("  ").append(YamlText.scalar(column.orElseThrow())).append(":\n");
            }
            entry("    ", constraint.kind().word() + ": ", constraint);
        }
    }

    private void entry(String indent, String key, Constraint constraint) {
        reasons.apply(constraint)
                .ifPresent(reason -> out.append(indent)
                        .append("# ")
                        .append(YamlText.comment(reason))
                        .append('\n'));
        List<String> fields = new ArrayList<>(fields(constraint));
        fields.add("severity: " + constraint.severity().word());
        out.append(indent)
                .append(key)
                .append('{')
                .append(String.join(", ", fields))
                .append("}\n");
    }

    private static List<String> fields(Constraint constraint) {
        List<String> fields = new ArrayList<>(own(constraint));
        if (constraint instanceof Constraint.ByShare limited) {
            if (limited.tolerance().share() > 0) {
                fields.add("tolerance: " + YamlText.number(limited.tolerance().share()));
            }
            limited.tolerance().reference().ifPresent(count -> fields.add(reference(count)));
        }
        return fields;
    }

    private static String reference(ReferenceCount count) {
        return "reference: {count: " + count.count() + ", rows: " + count.rows() + "}";
    }

    private static List<String> own(Constraint constraint) {
        List<String> fields = new ArrayList<>();
        if (constraint instanceof Constraint.Volume rows) {
            fields.add("min: " + rows.min());
            if (rows.max() < Long.MAX_VALUE) {
                fields.add("max: " + rows.max());
            }
        } else if (constraint instanceof Constraint.NoDuplicates duplicates
                && !duplicates.key().isEmpty()) {
            fields.add("key: " + YamlText.list(duplicates.key()));
        } else if (constraint instanceof Constraint.NoUnexpectedColumns columns
                && !columns.besides().isEmpty()) {
            fields.add("besides: " + YamlText.list(columns.besides()));
        } else if (constraint instanceof Constraint.OfType typed) {
            fields.add("is: " + typed.type().word());
        } else if (constraint instanceof Constraint.InRange range) {
            bound("min", range.min(), fields);
            bound("max", range.max(), fields);
        } else if (constraint instanceof Constraint.InCategories known) {
            fields.add("allowed: " + YamlText.list(known.categories()));
        } else if (constraint instanceof Constraint.NotConstant distinct) {
            fields.add("min: " + distinct.min());
            distinct.reference().ifPresent(count -> fields.add(reference(count)));
        } else if (constraint instanceof Constraint.Fresh fresh) {
            fields.add("max_age: " + ConfigDurations.format(fresh.maxAge()));
            fresh.column()
                    .ifPresent(column -> fields.add("unit: " + fresh.unit().word()));
        }
        return fields;
    }

    private static void bound(String key, double number, List<String> fields) {
        if (Double.isFinite(number)) {
            fields.add(key + ": " + YamlText.number(number));
        }
    }
}
