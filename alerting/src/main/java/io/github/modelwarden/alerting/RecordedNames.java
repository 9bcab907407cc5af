package io.github.modelwarden.alerting;

import io.github.modelwarden.config.ConfigDurations;
import java.time.Duration;

/** Names of recorded series, {@code level:metric:operations}, whose last part ends with the window. */
final class RecordedNames {

    private static final String LEVEL = "model_version_feature";

    private RecordedNames() {}

    static String psi(Duration window) {
        return LEVEL + ":ml_feature_psi:" + ConfigDurations.format(window);
    }

    static String observations(Duration window) {
        return LEVEL + ":ml_feature_observations:increase" + ConfigDurations.format(window);
    }

    /** Replaces the window at the end of a recorded name; a name that does not end with it stays as it is. */
    static String rewindow(String name, Duration from, Duration to) {
        String end = ConfigDurations.format(from);
        if (name.indexOf(':') < 0 || !name.endsWith(end)) {
            return name;
        }
        return name.substring(0, name.length() - end.length()) + ConfigDurations.format(to);
    }
}
