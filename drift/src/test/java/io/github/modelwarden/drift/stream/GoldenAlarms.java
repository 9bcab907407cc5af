package io.github.modelwarden.drift.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.LongStream;

/** The alarms of other libraries on seeded streams; the files say how they were made. */
final class GoldenAlarms {

    private final Properties alarms = new Properties();

    private GoldenAlarms(String library) {
        String file = library + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(GoldenAlarms.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            alarms.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GoldenAlarms of(String library) {
        return new GoldenAlarms(library);
    }

    /** Asserts that a method says drift, and begins to warn, where the library did. */
    void assertSame(String name, DetectionMethod method) {
        assertSameDrifts(name, method);
        assertThat(warnings(method, stream(name))).as(name + " warnings").isEqualTo(positions(name + ".warnings"));
    }

    /** Asserts that a method says drift where the library did. */
    void assertSameDrifts(String name, DetectionMethod method) {
        assertThat(ChangeDetectors.alarms(method, stream(name))).as(name).isEqualTo(positions(name + ".drifts"));
    }

    private double[] stream(String name) {
        return text(name + ".stream").equals("bits") ? Streams.goldenBits() : Streams.goldenValues();
    }

    private static long[] warnings(DetectionMethod method, double[] stream) {
        ChangeDetector detector = method.start();
        LongStream.Builder starts = LongStream.builder();
        Signal last = Signal.STABLE;
        for (int i = 0; i < stream.length; i++) {
            Signal signal = detector.accept(stream[i]);
            if (signal == Signal.WARNING && last != Signal.WARNING) {
                starts.add(i);
            }
            last = signal;
        }
        return starts.build().toArray();
    }

    private long[] positions(String key) {
        String text = text(key);
        return text.isEmpty()
                ? new long[0]
                : Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
    }

    private String text(String key) {
        return Objects.requireNonNull(alarms.getProperty(key), key);
    }
}
