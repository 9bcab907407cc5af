package io.github.modelwarden.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.tabular.ScanProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long LONG = 100L << 20;

    private final StringWriter err = new StringWriter();

    private ScanProgress progress(boolean terminal) {
        return new Progress(new PrintWriter(err), terminal).of(Path.of("folder", "long.csv"));
    }

    @Test
    void aBarGrowsOnATerminalAndIsWipedAtTheEnd() {
        ScanProgress progress = progress(true);
        progress.read(LONG / 2, LONG);
        assertThat(err.toString()).endsWith("\rlong.csv [===============               ] 50 %");
        progress.read(LONG, LONG);

        assertThat(err.toString()).endsWith(" \r");
    }

    @Test
    void aStepWithoutProgressDrawsNothing() {
        ScanProgress progress = progress(true);
        progress.read(LONG / 2, LONG);
        int length = err.toString().length();
        progress.read(LONG / 2 + 1, LONG);

        assertThat(err.toString()).hasSize(length);
    }

    @Test
    void shortInputAndOtherOutputsHaveNoBar() {
        progress(true).read(500, 1000);
        progress(false).read(LONG / 2, LONG);

        assertThat(err.toString()).isEmpty();
    }
}
