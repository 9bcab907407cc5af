package io.github.modelwarden.service.demo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the traffic simulator, under {@code modelwarden.demo}.
 *
 * @param enabled whether it runs
 * @param scenario the story told with the built-in customers
 * @param rate predictions a second
 * @param shiftAfter when the world changes, after the first prediction
 * @param labelDelay how long the ground truth of a prediction takes; it varies between this and twice this
 */
@ConfigurationProperties("modelwarden.demo")
record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("market_shift") String scenario,
        @DefaultValue("60") int rate,
        @DefaultValue("60s") Duration shiftAfter,
        @DefaultValue("4s") Duration labelDelay) {

    DemoSettings {
        if (rate < 1 || rate > 1_000) {
            throw new IllegalArgumentException(
                    "modelwarden.demo.rate: expected 1 to 1000 predictions a second but got " + rate);
        }
    }
}
