package io.github.modelwarden.exercises.support;

/** Marks what a learner has to write. */
public final class Todo {

    private Todo() {}

    /**
     * Stands where the learner's code goes.
     *
     * @param what what the method has to do
     * @return never; the type lets a starter write {@code throw Todo.implement(…)}
     * @throws NotImplemented always
     */
    public static NotImplemented implement(String what) {
        throw new NotImplemented("not written yet: " + what);
    }

    /** The method has not been written yet. */
    public static final class NotImplemented extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private NotImplemented(String message) {
            super(message);
        }
    }
}
