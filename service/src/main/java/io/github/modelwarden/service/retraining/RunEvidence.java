package io.github.modelwarden.service.retraining;

import io.github.modelwarden.retraining.run.RetrainingRun;
import io.github.modelwarden.service.web.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The stored evidence and gate report of a run, as JSON. */
@Component
final class RunEvidence {

    private static final Pattern LINE = Pattern.compile(
            "(?<signal>\\S+) value=(?<value>\\S+) threshold=(?<threshold>\\S+) n=(?<n>\\d+) from=\\S+ to=[^ ]+: (?<text>.*)");
    private static final Pattern GATE = Pattern.compile(
            "(?<verdict>\\w+): (?<metric>\\w+) champion (?<champion>\\S+), challenger (?<challenger>\\S+), difference"
                    + " (?<difference>\\S+), .*? bounds (?<lower>\\S+) to (?<upper>\\S+), McNemar p (?<p>\\S+), (?<n>\\d+)"
                    + " rows, \\d+ positive: (?<text>.*)",
            Pattern.DOTALL);

    List<Map<String, @Nullable Object>> lines(RetrainingRun run) {
        List<Map<String, @Nullable Object>> evidence = new ArrayList<>();
        for (String line : run.plan().evidence().lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                evidence.add(Fields.create()
                        .put("signal", matcher.group("signal"))
                        .put("value", number(matcher.group("value")))
                        .put("threshold", number(matcher.group("threshold")))
                        .put("n", Long.parseLong(matcher.group("n")))
                        .put("text", matcher.group("text"))
                        .build());
            }
        }
        return evidence;
    }

    @Nullable
    Map<String, @Nullable Object> gate(RetrainingRun run) {
        String report = run.result().report();
        if (report == null) {
            return null;
        }
        Matcher matcher = GATE.matcher(report);
        if (!matcher.matches()) {
            return Fields.create().put("text", report).build();
        }
        return Fields.create()
                .put("metric", matcher.group("metric"))
                .put("champion", number(matcher.group("champion")))
                .put("challenger", number(matcher.group("challenger")))
                .put("difference", number(matcher.group("difference")))
                .put("lower_bound", number(matcher.group("lower")))
                .put("upper_bound", number(matcher.group("upper")))
                .put("p_value", number(matcher.group("p")))
                .put("n", Long.parseLong(matcher.group("n")))
                .put("verdict", matcher.group("verdict"))
                .put("text", matcher.group("text"))
                .build();
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
