package io.github.modelwarden.retraining.training;

import io.github.modelwarden.core.data.Feature;
import io.github.modelwarden.core.data.FeatureType;
import io.github.modelwarden.core.data.Schema;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A logistic model as text: one line a value, numbers in hexadecimal floating point so that they read back bit for bit
 * on every Java version, names percent-encoded.
 */
final class LogisticFormat {

    private static final String HEADER = "modelwarden-logistic 1";
    private static final String END = "end";
    private static final int MAX_LINES = 200_000;

    private LogisticFormat() {}

    static byte[] write(LogisticModel model) {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append("framework ").append(encode(model.framework())).append('\n');
        text.append("bias ").append(hex(model.bias())).append('\n');
        text.append("threshold ").append(hex(model.threshold())).append('\n');
        for (LogisticModel.Term term : model.terms()) {
            if (term instanceof LogisticModel.NumericTerm numeric) {
                text.append("numeric ").append(encode(numeric.feature()));
                for (double value :
                        new double[] {numeric.mean(), numeric.sd(), numeric.weight(), numeric.missingWeight()}) {
                    text.append(' ').append(hex(value));
                }
                text.append('\n');
            } else if (term instanceof LogisticModel.CategoricalTerm categorical) {
                text.append("categorical ").append(encode(categorical.feature()));
                text.append(' ').append(hex(categorical.missingWeight()));
                text.append(' ').append(categorical.weights().size()).append('\n');
                categorical
                        .weights()
                        .forEach((category, weight) -> text.append("category ")
                                .append(encode(category))
                                .append(' ')
                                .append(hex(weight))
                                .append('\n'));
            }
        }
        return text.append(END).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    static LogisticModel read(Schema schema, byte[] bytes, String source) throws IOException {
        return new Reader(schema, new String(bytes, StandardCharsets.UTF_8).split("\n", -1), source).read();
    }

    private static String hex(double value) {
        return Double.toHexString(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Reads line by line; every surprise names the file and the line. */
    private static final class Reader {

        private final Schema schema;
        private final String[] lines;
        private final String source;
        private int next;

        Reader(Schema schema, String[] lines, String source) {
            this.schema = schema;
            this.lines = lines;
            this.source = source;
        }

        LogisticModel read() throws IOException {
            if (lines.length > MAX_LINES) {
                throw damaged("it has " + lines.length + " lines where at most " + MAX_LINES + " make sense");
            }
            if (!line().equals(HEADER)) {
                throw damaged("expected '" + HEADER + "'; upgrade Modelwarden if a newer version wrote it");
            }
            try {
                String framework = decode(fields("framework", 1)[1]);
                double bias = number(fields("bias", 1)[1]);
                double threshold = number(fields("threshold", 1)[1]);
                List<LogisticModel.Term> terms = new ArrayList<>();
                for (Feature feature : schema.features()) {
                    terms.add(feature.type() == FeatureType.NUMERIC ? numeric(feature) : categorical(feature));
                }
                if (!line().equals(END)) {
                    throw damaged("expected '" + END + "' after the last feature of the schema");
                }
                return new LogisticModel(schema, framework, bias, threshold, terms);
            } catch (IllegalArgumentException e) {
                throw new IOException(
                        damaged("it holds something that is not a number or a name")
                                .getMessage(),
                        e);
            }
        }

        private LogisticModel.Term numeric(Feature feature) throws IOException {
            String[] f = fields("numeric", 5);
            requireFeature(feature, f[1]);
            double sd = number(f[3]);
            if (!(sd > 0)) {
                throw damaged("expected a standard deviation above 0 but got " + sd);
            }
            return new LogisticModel.NumericTerm(feature.name(), number(f[2]), sd, number(f[4]), number(f[5]));
        }

        private LogisticModel.Term categorical(Feature feature) throws IOException {
            String[] f = fields("categorical", 3);
            requireFeature(feature, f[1]);
            double missingWeight = number(f[2]);
            int size = Integer.parseInt(f[3]);
            Map<String, Double> weights = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                String[] category = fields("category", 2);
                weights.put(decode(category[1]), number(category[2]));
            }
            return new LogisticModel.CategoricalTerm(feature.name(), weights, missingWeight);
        }

        private void requireFeature(Feature wanted, String encoded) throws IOException {
            if (!decode(encoded).equals(wanted.name())) {
                throw damaged("expected feature '" + wanted.name() + "' of the schema but got '" + decode(encoded)
                        + "'; the model was trained for another schema, train it anew");
            }
        }

        private String[] fields(String keyword, int values) throws IOException {
            String[] fields = line().split(" ", -1);
            if (fields.length != values + 1 || !fields[0].equals(keyword)) {
                throw damaged("expected '" + keyword + "' and " + values + " values");
            }
            return fields;
        }

        private String line() throws IOException {
            if (next >= lines.length) {
                throw damaged("the file ends too early");
            }
            return lines[next++];
        }

        private double number(String text) throws IOException {
            double value = Double.parseDouble(text);
            if (!Double.isFinite(value)) {
                throw damaged("expected a finite number but got " + text);
            }
            return value;
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        private IOException damaged(String what) {
            return new IOException(source + ", line " + Math.max(1, next) + ": " + what);
        }
    }
}
