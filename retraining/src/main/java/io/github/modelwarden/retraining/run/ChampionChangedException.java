package io.github.modelwarden.retraining.run;

/** Thrown when a challenger should replace a champion that is champion no more. Nothing was changed. */
public final class ChampionChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChampionChangedException(String message) {
        super(message);
    }
}
