package io.github.modelwarden.service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for what the service does in the background. */
final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Eventually() {}

    /** Repeats an assertion until it holds; after the deadline its own failure is thrown. */
    static void holds(Runnable assertion) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
