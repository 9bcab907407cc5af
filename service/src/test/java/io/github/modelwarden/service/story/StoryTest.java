package io.github.modelwarden.service.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.service.story.StoryRun.Step;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo's story, as its API tells it. */
class StoryTest {

    @SuppressWarnings("NullAway.Init")
    private static StoryRun run;

    @BeforeAll
    static void watchTheDemo() throws IOException, InterruptedException {
        run = StoryRun.once();
    }

    @Test
    void theStoryIsToldInOrder() {
        System.getLogger("story").log(System.Logger.Level.INFO, "seconds to each step: {0}", run.seconds());
        List<Step> order = List.copyOf(run.seconds().keySet());

        assertThat(order)
                .as("steps by the time they were first seen: %s", run.seconds())
                .containsExactly(Step.values());
    }
}
