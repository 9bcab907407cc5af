package io.github.modelwarden.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Rules that every class of the project follows. */
final class CodeRules {

    private static final List<String> WIRING = List.of(
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.context.annotation.Configuration");
    private static final String PROPERTIES = "org.springframework.boot.context.properties.ConfigurationProperties";

    private CodeRules() {}

    /** {@return the rule that nullness is declared for every package} */
    static ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(new ArchCondition<>("reside in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass candidate, ConditionEvents events) {
                        boolean marked = candidate.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                candidate,
                                marked,
                                "the package of " + candidate.getName() + " is " + (marked ? "" : "not ")
                                        + "@NullMarked in a package-info.java"));
                    }
                })
                .because("null is checked by the compiler only in marked packages");
    }

    /** {@return the rule that controllers and configurations are seen by Spring and their own package only} */
    static ArchRule controllersAndConfigurationsAreNotPublic() {
        return noClasses()
                .that(areWiring())
                .should()
                .bePublic()
                .because("Spring finds them when they are package-private too, and nothing else should use them")
                .allowEmptyShould(true);
    }

    /** {@return the rule that configuration properties are values} */
    static ArchRule configurationPropertiesAreRecords() {
        return classes()
                .that()
                .areAnnotatedWith(PROPERTIES)
                .should()
                .beRecords()
                .because("settings are read once and never change")
                .allowEmptyShould(true);
    }

    /** Controllers, their advice and configurations; not the two kinds that a file or a command line names. */
    private static DescribedPredicate<JavaClass> areWiring() {
        return DescribedPredicate.describe(
                "are controllers or configurations, and no entry point",
                candidate -> WIRING.stream()
                                .anyMatch(
                                        name -> candidate.isAnnotatedWith(name) || candidate.isMetaAnnotatedWith(name))
                        && !candidate.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")
                        && !candidate.isAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration"));
    }
}
