package io.github.modelwarden.service.champion;

/** Is told of a new champion before any request is answered by it. */
public interface ChampionObserver {

    /**
     * A version takes over, at the start of the process or after a promotion or rollback.
     *
     * @param champion the version that will answer
     */
    void takesOver(Champion champion);
}
