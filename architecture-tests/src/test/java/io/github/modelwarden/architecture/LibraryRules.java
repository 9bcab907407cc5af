package io.github.modelwarden.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/** Rules on what library classes look like and what they must not touch. */
final class LibraryRules {

    private final String base;
    private final List<Part> parts;

    LibraryRules(String base, List<Part> parts) {
        this.base = base;
        this.parts = List.copyOf(parts);
    }

    /** {@return the rule against writing to the console} */
    ArchRule neverWriteToTheConsole() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(part -> !part.isApplication()))
                .should()
                .accessTargetWhere(touching(Forbidden.CONSOLE))
                .because("the console belongs to the program that uses the library")
                .allowEmptyShould(true);
    }

    /** {@return the rule against reading the time without a clock} */
    ArchRule neverReadTheWallClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(part -> !part.isApplication()))
                .should()
                .accessTargetWhere(touching(Forbidden.WALL_CLOCK))
                .because("time is an argument (Instant or Clock): only then can a test or a simulation set it")
                .allowEmptyShould(true);
    }

    /** {@return the rule against creating the real clock anywhere but at the edge} */
    ArchRule neverCreateTheRealClock() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(part -> part.kind() == Part.Kind.LIBRARY))
                .should()
                .accessTargetWhere(touching(Forbidden.REAL_CLOCK))
                .because("the clock is handed in by the application or by an integration")
                .allowEmptyShould(true);
    }

    /** {@return the rule against random numbers that cannot be repeated} */
    ArchRule neverDrawUnseededRandomNumbers() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(part -> !part.isApplication()))
                .should()
                .accessTargetWhere(touching(Forbidden.UNSEEDED_RANDOM))
                .because("a verdict or a simulation must come out the same when it is repeated with its seed")
                .allowEmptyShould(true);
    }

    /** {@return the rule against the locale of the machine, applications included} */
    ArchRule neverUseTheDefaultLocale() {
        return noClasses()
                .that()
                .resideInAPackage(base + "..")
                .should()
                .accessTargetWhere(touching(Forbidden.DEFAULT_LOCALE))
                .because("0.5 must not become 0,5 in a metric or a report on a machine with another language;"
                        + " use Locale.ROOT");
    }

    /** {@return the rule that public library classes are not meant to be extended by others} */
    ArchRule publicClassesAreClosed() {
        return classes()
                .that()
                .resideInAnyPackage(packages(part -> !part.isApplication()))
                .and()
                .arePublic()
                .should(beClosed())
                .because("what nobody extends can be changed without breaking anybody")
                .allowEmptyShould(true);
    }

    /** {@return the rule against public fields that change} */
    ArchRule publicFieldsAreFinal() {
        return fields().that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packages(part -> !part.isApplication()))
                .should()
                .beFinal()
                .because("state that anybody can change cannot be reasoned about")
                .allowEmptyShould(true);
    }

    private String[] packages(Predicate<Part> wanted) {
        return parts.stream().filter(wanted).map(part -> part.packages(base)).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaAccess<?>> touching(Forbidden forbidden) {
        // accesses cover calls, fields and method references
        return DescribedPredicate.describe(forbidden.description(), access -> forbidden.covers(access.getTarget()));
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, an interface, a record, an enum, sealed or an exception") {
            @Override
            public void check(JavaClass candidate, ConditionEvents events) {
                boolean closed = candidate.getModifiers().contains(JavaModifier.FINAL)
                        || candidate.isInterface()
                        || candidate.isEnum()
                        || candidate.isAssignableTo(Throwable.class)
                        || candidate.reflect().isSealed();
                events.add(new SimpleConditionEvent(
                        candidate, closed, candidate.getName() + (closed ? " is closed" : " can be extended freely")));
            }
        };
    }
}
