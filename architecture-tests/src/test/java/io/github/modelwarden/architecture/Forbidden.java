package io.github.modelwarden.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import java.util.List;
import java.util.Set;

/** Members of the JDK that a library must not touch, by the reason for it. */
enum Forbidden {
    CONSOLE("System.out or System.err") {
        @Override
        boolean covers(AccessTarget target) {
            return owner(target, "java.lang.System") && Set.of("out", "err").contains(target.getName());
        }
    },
    WALL_CLOCK("the wall clock") {
        @Override
        boolean covers(AccessTarget target) {
            boolean now = target.getOwner().getPackageName().equals("java.time")
                    && target.getName().equals("now")
                    && parameters(target).isEmpty();
            boolean millis =
                    owner(target, "java.lang.System") && target.getName().equals("currentTimeMillis");
            return now || millis;
        }
    },
    REAL_CLOCK("Clock.system…() or Clock.tick…()") {
        @Override
        boolean covers(AccessTarget target) {
            return owner(target, "java.time.Clock")
                    && (target.getName().startsWith("system")
                            || target.getName().startsWith("tick"));
        }
    },
    UNSEEDED_RANDOM("random numbers without a seed") {
        @Override
        boolean covers(AccessTarget target) {
            boolean bareConstructor = Set.of("java.util.Random", "java.util.SplittableRandom")
                            .contains(target.getOwner().getName())
                    && target.getName().equals("<init>")
                    && parameters(target).isEmpty();
            boolean shuffle = owner(target, "java.util.Collections")
                    && target.getName().equals("shuffle")
                    && parameters(target).size() == 1;
            boolean chance = owner(target, "java.lang.Math") && target.getName().equals("random");
            return bareConstructor || shuffle || chance || owner(target, "java.util.concurrent.ThreadLocalRandom");
        }
    },
    DEFAULT_LOCALE("the default locale") {
        @Override
        boolean covers(AccessTarget target) {
            if (owner(target, "java.util.Locale")) {
                return target.getName().equals("getDefault");
            }
            boolean locale = parameters(target).contains("java.util.Locale");
            return owner(target, "java.lang.String") && LOCALE_METHODS.contains(target.getName()) && !locale;
        }
    };

    private static final Set<String> LOCALE_METHODS = Set.of("format", "formatted", "toLowerCase", "toUpperCase");

    private final String description;

    Forbidden(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    abstract boolean covers(AccessTarget target);

    private static boolean owner(AccessTarget target, String name) {
        return target.getOwner().getName().equals(name);
    }

    private static List<String> parameters(AccessTarget target) {
        if (target instanceof AccessTarget.CodeUnitAccessTarget codeUnit) {
            return codeUnit.getRawParameterTypes().stream()
                    .map(type -> type.getName())
                    .toList();
        }
        return List.of();
    }
}
