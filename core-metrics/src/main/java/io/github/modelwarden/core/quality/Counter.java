package io.github.modelwarden.core.quality;

import io.github.modelwarden.core.data.CategoricalColumn;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.NumericColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is counted for one constraint on a column beyond the facts of the column. */
sealed interface Counter {

    void accept(Cells cells);

    /** Adds what another counter of the same constraint has seen. */
    void combine(Counter other);

    /** The counter that a constraint needs, if it needs one. */
    static Optional<Counter> of(Constraint constraint) {
        if (constraint instanceof Constraint.InRange range) {
            return Optional.of(new OutOfRange(range));
        }
        if (constraint instanceof Constraint.InCategories known) {
            return Optional.of(new Unseen(known));
        }
        return constraint instanceof Constraint.Fresh fresh ? Optional.of(new Newest(fresh.unit())) : Optional.empty();
    }

    /** Numbers outside of a range. */
    final class OutOfRange implements Counter {

        private final Constraint.InRange range;
        private final FirstRows rows = new FirstRows();
        private long below;
        private long above;

        OutOfRange(Constraint.InRange range) {
            this.range = range;
        }

        @Override
        public void accept(Cells cells) {
            NumericColumn numbers = cells.numbers();
            for (int row = 0; row < numbers.size(); row++) {
                double value = numbers.value(row);
                if (value < range.min()) {
                    below++;
                } else if (value > range.max()) {
                    above++;
                } else {
                    continue; // in range or missing
                }
                if (rows.wants(cells.rowNumber(row))) {
                    rows.add(Example.of(cells.rowNumber(row), Cells.text(value)));
                }
            }
        }

        @Override
        public void combine(Counter counter) {
            OutOfRange other = (OutOfRange) counter;
            below += other.below;
            above += other.above;
            rows.addAll(other.rows.examples());
        }

        long below() {
            return below;
        }

        long above() {
            return above;
        }

        FirstRows rows() {
            return rows;
        }
    }

    /** Categories that are not among the known ones. */
    final class Unseen implements Counter {

        private final Set<String> known;
        private final CategorySample unseen = new CategorySample();

        Unseen(Constraint.InCategories constraint) {
            this.known = new HashSet<>(constraint.categories());
        }

        @Override
        public void accept(Cells cells) {
            CategoricalColumn column = cells.categories();
            CategoryBlock block = CategoryBlock.of(column);
            for (int code = 0; code < block.size(); code++) {
                String category = column.categories().get(code);
                if (!known.contains(category)) {
                    long first = cells.rowNumber(block.first(code));
                    unseen.add(category, Hashes.of(category), block.count(code), first);
                }
            }
        }

        @Override
        public void combine(Counter other) {
            unseen.combine(((Unseen) other).unseen);
        }

        CategorySample categories() {
            return unseen;
        }
    }

    /** The newest event time. */
    final class Newest implements Counter {

        private final EpochUnit unit;
        private Optional<Instant> newest = Optional.empty();
        private long unreadable;

        Newest(EpochUnit unit) {
            this.unit = unit;
        }

        @Override
        public void accept(Cells cells) {
            if (cells.type() == FeatureType.NUMERIC) {
                NumericColumn numbers = cells.numbers();
                double largest = Double.NEGATIVE_INFINITY;
                for (int row = 0; row < numbers.size(); row++) {
                    largest = numbers.value(row) > largest ? numbers.value(row) : largest;
                }
                if (largest > Double.NEGATIVE_INFINITY) {
                    see(unit.instant(largest));
                }
            } else {
                CategoryBlock block = CategoryBlock.of(cells.categories());
                for (int code = 0; code < block.size(); code++) {
                    Optional<Instant> time =
                            EventTimes.parse(cells.categories().categories().get(code));
                    time.ifPresent(this::see);
                    unreadable += time.isPresent() ? 0 : block.count(code);
                }
            }
        }

        private void see(Instant time) {
            newest = Optional.of(newest.filter(known -> known.isAfter(time)).orElse(time));
        }

        @Override
        public void combine(Counter counter) {
            Newest other = (Newest) counter;
            other.newest.ifPresent(this::see);
            unreadable += other.unreadable;
        }

        Optional<Instant> newest() {
            return newest;
        }

        long unreadable() {
            return unreadable;
        }
    }
}
