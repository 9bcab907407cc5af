package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An interrupted file access closes an embedded database for good, so a beat must never be interrupted. */
class HeartbeatInterruptTest {

    @Test
    void stoppingDoesNotInterruptTheBeatUnderWay() throws Exception {
        CountDownLatch beating = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Heartbeat heartbeat = Heartbeat.start(Duration.ofMillis(30), () -> {
            beating.countDown();
            try {
                boolean wasStopped = stopped.await(10, TimeUnit.SECONDS);
                interrupted.complete(!wasStopped || Thread.currentThread().isInterrupted());
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });

        assertThat(beating.await(10, TimeUnit.SECONDS)).isTrue();
        heartbeat.stop();
        stopped.countDown();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
    }
}
