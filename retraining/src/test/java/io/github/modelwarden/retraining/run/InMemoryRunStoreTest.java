package io.github.modelwarden.retraining.run;

import java.time.Clock;
import java.time.ZoneOffset;

class InMemoryRunStoreTest extends RetrainingStoreContract {

    @Override
    RetrainingStore store() {
        return new InMemoryRunStore(Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
