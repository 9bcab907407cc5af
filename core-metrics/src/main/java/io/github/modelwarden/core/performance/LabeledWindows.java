package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Performance in windows of time, by the time of prediction. A label is joined to its prediction by id whenever it
 * arrives, before or after, and counts for the window its prediction was made in. Beside every window stands how far it
 * can be trusted: coverage, maturity, and whether the predictions that already have a label score like the others.
 *
 * <p>Memory: one accumulator for each slice of time, and one entry for each prediction without label until {@link
 * #forget}. Mergeable: a prediction may have been seen by one part and its label by another, but each prediction must
 * be given to one part only. Combination is commutative and associative up to rounding. Not thread-safe.
 *
 * @param <P> a prediction
 * @param <L> a label
 * @param <A> what counts labelled rows
 */
public final class LabeledWindows<P, L, A> {

    private final LabeledKind<P, L, A> kind;
    private final WindowPolicy policy;
    private final long sliceMillis;
    private final TreeMap<Long, WindowSlice<A>> slices = new TreeMap<>();
    private final Map<String, At<P>> waiting = new HashMap<>();
    private final Map<String, At<L>> unmatched = new HashMap<>();

    private record At<T>(Instant at, T what) {}

    private LabeledWindows(LabeledKind<P, L, A> kind, WindowPolicy policy) {
        this.kind = kind;
        this.policy = policy;
        this.sliceMillis = policy.slice().toMillis();
    }

    /**
     * Windows of nothing.
     *
     * @param <P> a prediction
     * @param <L> a label
     * @param <A> what counts labelled rows
     * @param kind the kind of model
     * @param policy the grain of time, and when a window may be trusted
     * @return the windows
     */
    public static <P, L, A> LabeledWindows<P, L, A> create(LabeledKind<P, L, A> kind, WindowPolicy policy) {
        return new LabeledWindows<>(kind, policy);
    }

    /**
     * Adds a prediction.
     *
     * @param id its id, used once
     * @param at when it was made
     * @param prediction what the model said
     * @return false if a prediction of that id is waiting for its label already; nothing is added then
     */
    public boolean predicted(String id, Instant at, P prediction) {
        if (waiting.containsKey(id)) {
            return false;
        }
        slice(at).predicted(kind.score(prediction));
        At<L> label = unmatched.remove(id);
        if (label == null) {
            waiting.put(id, new At<>(at, prediction));
        } else {
            settle(new At<>(at, prediction), label);
        }
        return true;
    }

    /**
     * Adds a label. One that comes before its prediction is kept until that arrives; a second label for the same
     * prediction changes nothing.
     *
     * @param id the id of the prediction
     * @param at when the label became known
     * @param label what was true
     * @return whether the label was joined to a prediction at once
     */
    public boolean labeled(String id, Instant at, L label) {
        At<P> prediction = waiting.remove(id);
        if (prediction == null) {
            unmatched.putIfAbsent(id, new At<>(at, label));
            return false;
        }
        settle(prediction, new At<>(at, label));
        return true;
    }

    private void settle(At<P> prediction, At<L> label) {
        WindowSlice<A> slice = slice(prediction.at);
        double delay = Duration.between(prediction.at, label.at).toMillis() / 1000.0;
        slice.labeled(kind.score(prediction.what), delay);
        kind.accept(slice.performance(), prediction.what, label.what);
    }

    private WindowSlice<A> slice(Instant at) {
        return slices.computeIfAbsent(
                Math.floorDiv(at.toEpochMilli(), sliceMillis), key -> new WindowSlice<>(kind.create()));
    }

    /**
     * Adds all that another has seen, and joins labels and predictions that only meet here.
     *
     * @param other windows of the same kind and grain, not changed
     * @return this
     * @throws IllegalArgumentException if the slices are of another length, or both have the same prediction
     */
    public LabeledWindows<P, L, A> combine(LabeledWindows<P, L, A> other) {
        if (sliceMillis != other.sliceMillis) {
            throw new IllegalArgumentException("cannot combine windows of slices of " + policy.slice()
                    + " with slices of " + other.policy.slice());
        }
        for (String id : other.waiting.keySet()) {
            if (waiting.containsKey(id)) {
                throw new IllegalArgumentException("cannot combine windows: prediction '" + id
                        + "' is in both; give each prediction to one part only");
            }
        }
        other.slices.forEach((key, slice) -> slices.computeIfAbsent(key, k -> new WindowSlice<>(kind.create()))
                .combine(slice, kind));
        waiting.putAll(other.waiting);
        other.unmatched.forEach((id, label) -> unmatched.merge(id, label, LabeledWindows::earlier));
        for (String id : List.copyOf(unmatched.keySet())) {
            At<P> prediction = waiting.remove(id);
            if (prediction != null) {
                settle(prediction, java.util.Objects.requireNonNull(unmatched.remove(id)));
            }
        }
        return this;
    }

    private static <T> At<T> earlier(At<T> a, At<T> b) {
        return b.at.isBefore(a.at) ? b : a;
    }

    /**
     * Drops slices that have ended, with the predictions of theirs that still wait for a label, and labels without
     * prediction that became known by then. Keep slices for several times as long as labels usually take: what is
     * dropped teaches no delays.
     *
     * @param before slices that end by then are dropped
     */
    public void forget(Instant before) {
        long kept = Math.floorDiv(before.toEpochMilli(), sliceMillis);
        slices.headMap(kept).clear();
        Instant start = Instant.ofEpochMilli(kept * sliceMillis);
        waiting.values().removeIf(prediction -> prediction.at.isBefore(start));
        unmatched.values().removeIf(label -> label.at.isBefore(start));
    }

    /** {@return the number of predictions that wait for a label} */
    public int waiting() {
        return waiting.size();
    }

    /** {@return the number of labels whose prediction is not known} */
    public int unmatched() {
        return unmatched.size();
    }

    /**
     * Consecutive windows from the first prediction to the last, windows without predictions among them.
     *
     * @param length length of a window, a multiple of the policy's slice; windows begin at its multiples
     * @param now the time that ages are counted to; all events should be given up to then and none after
     * @return the windows, oldest first; empty without predictions
     * @throws IllegalArgumentException if the length is no multiple of the slice
     */
    public List<LabeledWindow<A>> windows(Duration length, Instant now) {
        long millis = length.toMillis();
        if (millis < sliceMillis || millis % sliceMillis != 0) {
            throw new IllegalArgumentException("windows: expected a length that is a multiple of the slice "
                    + policy.slice() + " but got " + length);
        }
        List<LabeledWindow<A>> windows = new ArrayList<>();
        if (slices.isEmpty()) {
            return windows;
        }
        LabelDelays delays = delays(now);
        long first = Math.floorDiv(slices.firstKey() * sliceMillis, millis);
        long last = Math.floorDiv(slices.lastKey() * sliceMillis, millis);
        for (long i = first; i <= last; i++) {
            windows.add(window(
                    new Range(Instant.ofEpochMilli(i * millis), Instant.ofEpochMilli((i + 1) * millis)), now, delays));
        }
        return windows;
    }

    /**
     * One window.
     *
     * @param from its start, included; brought down to the start of its slice
     * @param to its end; brought down to the start of its slice
     * @param now the time that ages are counted to; all events should be given up to then and none after
     * @return the window
     * @throws IllegalArgumentException if it holds no whole slice
     */
    public LabeledWindow<A> window(Instant from, Instant to, Instant now) {
        Range range = new Range(aligned(from), aligned(to));
        if (!range.from.isBefore(range.to)) {
            throw new IllegalArgumentException(
                    "window: expected at least one slice of " + policy.slice() + " but got " + from + " to " + to);
        }
        return window(range, now, delays(now));
    }

    private Instant aligned(Instant at) {
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), sliceMillis) * sliceMillis);
    }

    private record Range(Instant from, Instant to) {}

    private LabelDelays delays(Instant now) {
        LabelDelays.Seen seen = new LabelDelays.Seen();
        slices.forEach((key, slice) -> seen.add(age(key + 1.0, now), slice.delays()));
        return seen.distribution();
    }

    private double age(double key, Instant now) {
        return (now.toEpochMilli() - key * sliceMillis) / 1000;
    }

    private LabeledWindow<A> window(Range range, Instant now, LabelDelays delays) {
        WindowSlice<A> all = new WindowSlice<>(kind.create());
        double mature = 0;
        Map<Long, WindowSlice<A>> inside = slices.subMap(
                Math.floorDiv(range.from.toEpochMilli(), sliceMillis),
                Math.floorDiv(range.to.toEpochMilli(), sliceMillis));
        for (Map.Entry<Long, WindowSlice<A>> entry : inside.entrySet()) {
            all.combine(entry.getValue(), kind);
            mature += entry.getValue().predictions() * maturity(entry.getKey(), now, delays);
        }
        boolean known = policy.horizon().isPresent() || delays.known(policy.minimumLabeled());
        OptionalDouble maturity =
                known && all.predictions() > 0 ? OptionalDouble.of(mature / all.predictions()) : OptionalDouble.empty();
        Optional<Duration> horizon = policy.horizon()
                .or(() -> known
                        ? Optional.of(Duration.ofMillis(Math.round(1000 * delays.horizonSeconds())))
                        : Optional.empty());
        return judged(range, all, maturity, horizon);
    }

    /** The share of a slice's labels that has had time to arrive. */
    private double maturity(long key, Instant now, LabelDelays delays) {
        if (policy.horizon().isEmpty()) {
            return delays.share(age(key + 0.5, now));
        }
        double horizon = policy.horizon().get().toMillis() / 1000.0;
        double share = (age((double) key, now) - horizon) * 1000 / sliceMillis;
        return Math.max(0, Math.min(1, share));
    }

    private LabeledWindow<A> judged(
            Range range, WindowSlice<A> all, OptionalDouble maturity, Optional<Duration> horizon) {
        Moments scores = all.scores();
        Set<WindowWarning> warnings = EnumSet.noneOf(WindowWarning.class);
        OptionalDouble shift = OptionalDouble.empty();
        if (all.labels() < policy.minimumLabeled()) {
            warnings.add(WindowWarning.FEW_LABELS);
        }
        if (all.labels() < policy.minimumCoverage() * all.predictions()) {
            warnings.add(WindowWarning.LOW_COVERAGE);
        }
        if (all.predictions() > 0 && (maturity.isEmpty() || maturity.getAsDouble() < policy.minimumMaturity())) {
            warnings.add(WindowWarning.IMMATURE);
        }
        if (LabelBias.comparable(scores, all.labeledScores())) {
            LabelBias bias = LabelBias.of(scores, all.labeledScores());
            shift = Double.isFinite(bias.shift()) ? OptionalDouble.of(bias.shift()) : shift;
            if (bias.matters(policy)) {
                warnings.add(WindowWarning.BIASED_LABELS);
            }
        }
        return new LabeledWindow<>(
                range.from,
                range.to,
                all.predictions(),
                all.labels(),
                maturity,
                horizon,
                shift,
                all.performance(),
                warnings);
    }
}
