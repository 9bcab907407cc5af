package io.github.modelwarden.service.champion;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the champion. Model, baseline and meters are one value, so no request ever sees a mix of two versions. */
@Component
public final class ChampionHolder {

    private volatile @Nullable Champion current;

    /** {@return the champion; empty until the first one is loaded or trained} */
    public Optional<Champion> current() {
        return Optional.ofNullable(current);
    }

    /**
     * The champion, for code that runs only once there is one.
     *
     * @return the champion
     * @throws IllegalStateException if none is loaded yet
     */
    public Champion require() {
        return current().orElseThrow(() -> new IllegalStateException("no model is loaded yet; try again in a moment"));
    }

    void set(Champion champion) {
        current = champion;
    }
}
