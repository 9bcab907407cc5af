package io.github.modelwarden.benchmarks;

import io.github.modelwarden.drift.stream.Adwin;
import io.github.modelwarden.drift.stream.BaselineDetectors;
import io.github.modelwarden.drift.stream.Cusum;
import io.github.modelwarden.drift.stream.Ddm;
import io.github.modelwarden.drift.stream.DetectionMethod;
import io.github.modelwarden.drift.stream.Direction;
import io.github.modelwarden.drift.stream.Ecdd;
import io.github.modelwarden.drift.stream.Eddm;
import io.github.modelwarden.drift.stream.EwmaChart;
import io.github.modelwarden.drift.stream.HddmA;
import io.github.modelwarden.drift.stream.HddmW;
import io.github.modelwarden.drift.stream.Kswin;
import io.github.modelwarden.drift.stream.PageHinkley;
import io.github.modelwarden.drift.stream.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A detector in the comparison.
 *
 * @param word its name in results
 * @param title its name in tables
 * @param method the method with its settings
 */
record Contender(String word, String title, DetectionMethod method) {

    /** {@return the detectors of a stream of errors with a rate of 0.1} */
    static List<Contender> ofErrors() {
        List<Contender> all = baselines();
        all.add(new Contender("adwin", "ADWIN", Adwin.withDefaults()));
        all.add(new Contender("ddm", "DDM", Ddm.withDefaults()));
        all.add(new Contender("eddm", "EDDM", Eddm.withDefaults()));
        all.add(new Contender("hddm-a", "HDDM-A", HddmA.withDefaults()));
        all.add(new Contender("hddm-w", "HDDM-W", HddmW.withDefaults()));
        addPageHinkley(all);
        all.add(new Contender("cusum", "CUSUM, running mean", Cusum.withDefaults()));
        all.add(new Contender("cusum-target", "CUSUM, known rate, δ 0.5, h 5", chart(0.1, 0.3)));
        all.add(new Contender("kswin", "KSWIN", Kswin.withDefaults()));
        all.add(new Contender("ecdd-400", "ECDD, ARL 400", Ecdd.withDefaults()));
        all.add(new Contender(
                "ecdd-1000", "ECDD, ARL 1 000", Ecdd.withDefaults().withAverageRunLength(1000)));
        EwmaChart ewma = EwmaChart.withDefaults().withDirection(Direction.INCREASE);
        all.add(new Contender("ewma", "EWMA, estimated rate", ewma));
        all.add(new Contender("ewma-target", "EWMA, known rate", ewma.withTarget(new Target(0.1, 0.3))));
        return all;
    }

    /** {@return the detectors of a stream of normal values with mean 0 and variance 1} */
    static List<Contender> ofNormalValues() {
        double range = ChangingStream.RANGE;
        List<Contender> all = baselines();
        all.add(new Contender("adwin", "ADWIN", Adwin.withDefaults()));
        all.add(new Contender("ddm", "DDM on real values", Ddm.withDefaults().withRealValues()));
        all.add(new Contender("hddm-a", "HDDM-A, range ±6", HddmA.withDefaults().withRange(-range, range)));
        all.add(new Contender("hddm-w", "HDDM-W, range ±6", HddmW.withDefaults().withRange(-range, range)));
        addPageHinkley(all);
        all.add(new Contender("cusum", "CUSUM, running mean", Cusum.withDefaults()));
        all.add(new Contender("cusum-target", "CUSUM, known process, δ 0.5, h 5", chart(0, 1)));
        all.add(new Contender("kswin", "KSWIN", Kswin.withDefaults()));
        EwmaChart ewma = EwmaChart.withDefaults();
        all.add(new Contender("ewma", "EWMA, estimated process", ewma));
        all.add(new Contender("ewma-target", "EWMA, known process", ewma.withTarget(new Target(0, 1))));
        return all;
    }

    /** Without these, nobody can tell what a score is worth. */
    private static List<Contender> baselines() {
        List<Contender> all = new ArrayList<>();
        all.add(new Contender("never", "never", BaselineDetectors.neverAlarm()));
        all.add(new Contender("always", "always", BaselineDetectors.alarmEvery(1)));
        all.add(new Contender("every-500", "every 500 values", BaselineDetectors.alarmEvery(500)));
        return all;
    }

    private static void addPageHinkley(List<Contender> all) {
        PageHinkley test = PageHinkley.withDefaults();
        all.add(new Contender("ph-clamped", "Page–Hinkley, clamped", test));
        all.add(new Contender(
                "ph-unclamped", "Page–Hinkley, unclamped", test.withVariant(PageHinkley.Variant.UNCLAMPED)));
        all.add(new Contender("ph-minimum", "Page–Hinkley, minimum", test.withVariant(PageHinkley.Variant.MINIMUM)));
    }

    private static Cusum chart(double mean, double deviation) {
        return Cusum.withDefaults().withDelta(0.5).withThreshold(5).withTarget(new Target(mean, deviation));
    }
}
