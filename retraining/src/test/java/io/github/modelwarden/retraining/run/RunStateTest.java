package io.github.modelwarden.retraining.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Set<String> ALLOWED = Set.copyOf(List.of(
            "planned data_check",
            "planned failed",
            "planned cancelled",
            "data_check training",
            "data_check blocked",
            "data_check failed",
            "data_check cancelled",
            "training evaluating",
            "training failed",
            "training cancelled",
            "evaluating gated",
            "evaluating failed",
            "evaluating cancelled",
            "gated awaiting_approval",
            "gated promoted",
            "gated rejected",
            "gated inconclusive",
            "gated failed",
            "gated cancelled",
            "awaiting_approval promoted",
            "awaiting_approval failed",
            "awaiting_approval cancelled"));

    @Test
    void everyPairOfStatesIsAllowedOrRefusedAsTheTableSays() {
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                if (ALLOWED.contains(from.word() + " " + to.word())) {
                    assertThatCode(() -> from.requireNext(to)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> from.requireNext(to))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining(from.word() + " to " + to.word());
                }
            }
        }
    }

    @Test
    void everyStateIsReachedAndEveryLiveOneCanFailAndBeCancelled() {
        Set<RunState> reached = new HashSet<>(Set.of(RunState.PLANNED));
        for (RunState from : RunState.values()) {
            reached.addAll(from.next());
            if (!from.isTerminal()) {
                assertThat(from.next()).contains(RunState.FAILED, RunState.CANCELLED);
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(RunState.values());
    }
}
