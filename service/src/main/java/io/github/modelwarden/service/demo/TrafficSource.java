package io.github.modelwarden.service.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the simulator's customers come from. Not thread-safe. */
interface TrafficSource {

    /** {@return the story's name} */
    String name();

    /** {@return what happens, in one sentence} */
    String description();

    /** {@return when the world changes, after the first prediction; empty if it never does} */
    Optional<Duration> shiftAfter();

    /**
     * The next customer.
     *
     * @param sinceStart time since the first prediction
     * @return the customer; empty when there are no more
     */
    Optional<Visit> next(Duration sinceStart);

    /**
     * A customer who asks for a prediction, and what becomes of them.
     *
     * @param features what the client sends
     * @param actual the true class; null if it will never be told
     */
    record Visit(
            Map<String, @Nullable Object> features,
            @Nullable String actual) {}
}
