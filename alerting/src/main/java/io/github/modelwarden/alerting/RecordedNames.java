package io.github.modelwarden.alerting;

import io.github.modelwarden.config.ConfigDurations;
import java.time.Duration;

/** Names of recorded series, {@code level:metric:operations}, whose last part ends with the window. */
public final class RecordedNames {

    private static final String LEVEL = "model_version_feature";

    private RecordedNames() {}

    /**
     * The population stability index of each feature.
     *
     * @param window the window
     * @return for example {@code model_version_feature:ml_feature_psi:1h}
     */
    public static String psi(Duration window) {
        return LEVEL + ":ml_feature_psi:" + ConfigDurations.format(window);
    }

    /**
     * The number of observations of each feature.
     *
     * @param window the window
     * @return for example {@code model_version_feature:ml_feature_observations:increase1h}
     */
    public static String observations(Duration window) {
        return LEVEL + ":ml_feature_observations:increase" + ConfigDurations.format(window);
    }

    /**
     * Replaces the window at the end of a recorded name.
     *
     * @param name a name
     * @param from the window it ends with
     * @param to another window
     * @return the name with the other window; a name that does not end with the window stays as it is
     */
    public static String rewindow(String name, Duration from, Duration to) {
        String end = ConfigDurations.format(from);
        if (name.indexOf(':') < 0 || !name.endsWith(end)) {
            return name;
        }
        return name.substring(0, name.length() - end.length()) + ConfigDurations.format(to);
    }
}
