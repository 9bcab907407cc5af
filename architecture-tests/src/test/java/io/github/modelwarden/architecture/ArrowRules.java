package io.github.modelwarden.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** Rules on who uses whom, for the parts below one base package. */
final class ArrowRules {

    private final String base;
    private final List<Part> parts;

    ArrowRules(String base, List<Part> parts) {
        this.base = base;
        this.parts = List.copyOf(parts);
    }

    /** {@return the rule that a part uses only the parts and foreign packages of its row} */
    ArchRule usesOnlyItsRow(Part part) {
        if (part.isApplication()) {
            return noClasses()
                    .that()
                    .resideInAPackage(part.packages(base))
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(base + "..").and(resideOutsideOfPackages(ownPackages(part))))
                    .because("'" + part.name() + "' is an application: it uses " + part.uses()
                            + " and no other application")
                    .allowEmptyShould(true);
        }
        List<String> allowed = new ArrayList<>(List.of(ownPackages(part)));
        allowed.addAll(Arrows.EVERYONE);
        allowed.addAll(part.foreign());
        return classes()
                .that()
                .resideInAPackage(part.packages(base))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .because("'" + part.name() + "' can be learned, tested and replaced alone only while it uses "
                        + part.uses() + " and the foreign packages listed for it in Arrows")
                .allowEmptyShould(true);
    }

    private String[] ownPackages(Part part) {
        List<String> own = new ArrayList<>();
        own.add(part.packages(base));
        parts.stream()
                .filter(other -> part.uses().contains(other.name()))
                .forEach(other -> own.add(other.packages(base)));
        return own.toArray(String[]::new);
    }

    /** {@return the rule that every class belongs to a part of the table} */
    ArchRule everyClassBelongsToAPart() {
        return classes()
                .should()
                .resideInAnyPackage(
                        parts.stream().map(part -> part.packages(base)).toArray(String[]::new))
                .because("a module that is missing in Arrows would be free of all rules");
    }

    /** {@return the rule that the parts do not use each other in a circle} */
    ArchRule partsAreFreeOfCycles() {
        return slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("parts that need each other can only be released, read and replaced together")
                .allowEmptyShould(true);
    }

    /** {@return the rule that the packages of one part do not use each other in a circle} */
    ArchRule packagesAreFreeOfCycles(Part part) {
        return slices().matching(base + "." + part.name() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package is a feature that can be read on its own")
                .allowEmptyShould(true);
    }
}
