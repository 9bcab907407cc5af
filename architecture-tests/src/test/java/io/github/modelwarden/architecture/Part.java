package io.github.modelwarden.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of the table of arrows: a part of the project and all that it may use.
 *
 * @param name the package below the base package; also names the part
 * @param kind library or application
 * @param uses names of the parts it may use, itself left out
 * @param foreign packages of the JDK and of third parties it may use; not looked at for an application
 */
record Part(String name, Kind kind, List<String> uses, List<String> foreign) {

    /** What a part is for decides which rules it follows. */
    enum Kind {
        /** Used by others: bound to its list of foreign packages and free of side effects. */
        LIBRARY,
        /** Where the outside world enters a library: the real clock may be created here. */
        INTEGRATION,
        /** Used by nothing. */
        APPLICATION
    }

    Part {
        uses = List.copyOf(uses);
        foreign = List.copyOf(foreign);
    }

    static Part library(String name, String... uses) {
        return new Part(name, Kind.LIBRARY, List.of(uses), List.of());
    }

    static Part integration(String name, String... uses) {
        return new Part(name, Kind.INTEGRATION, List.of(uses), List.of());
    }

    static Part application(String name, String... uses) {
        return new Part(name, Kind.APPLICATION, List.of(uses), List.of());
    }

    Part with(String... packages) {
        List<String> all = new ArrayList<>(foreign);
        all.addAll(List.of(packages));
        return new Part(name, kind, uses, all);
    }

    boolean isApplication() {
        return kind == Kind.APPLICATION;
    }

    /** {@return the pattern of this part's own packages} */
    String packages(String base) {
        return base + "." + name + "..";
    }
}
