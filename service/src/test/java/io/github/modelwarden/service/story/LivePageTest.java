package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.service.story.StoryRun.Step;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The live page of the running demo, in a real browser. Screenshots are kept in {@code target/screenshots}. */
class LivePageTest {

    @SuppressWarnings("NullAway.Init")
    private static StoryRun run;

    @SuppressWarnings("NullAway.Init")
    private static LivePage page;

    @BeforeAll
    static void watchTheDemo() throws IOException, InterruptedException {
        Chromium.require();
        run = StoryRun.once();
        page = run.page().orElseThrow();
    }

    @Test
    void showsDriftTheAlertTheRetrainingRunAndTheRecovery() {
        assertThat(page.seen()).containsExactly(Step.values());
    }

    @Test
    void opensTheHistogramOfAFeatureOnAClick() {
        assertThat(page.histogramBars()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void neverScrollsSidewaysOnAPhoneOrADesktop() {
        assertThat(page.overflows()).isEmpty();
    }

    @Test
    void leavesTheConsoleClean() {
        assertThat(page.errors()).isEmpty();
    }

    @Test
    void asksNoOtherHostForAnything() {
        assertThat(page.hosts())
                .as("everything comes from the service: %s", run.seconds())
                .hasSize(1)
                .allMatch(host -> host.startsWith("http://127.0.0.1:"));
    }
}
