package io.github.modelwarden.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole project follows the rules. */
class ArchitectureTest {

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // written by the JMH processor, not by hand
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages(Arrows.BASE);

    private static final ArrowRules ARROWS = new ArrowRules(Arrows.BASE, Arrows.PARTS);
    private static final LibraryRules LIBRARIES = new LibraryRules(Arrows.BASE, Arrows.PARTS);

    @ParameterizedTest
    @MethodSource("arrows")
    void everyPartUsesOnlyItsRow(ArchRule rule) {
        rule.check(PROJECT);
    }

    static Stream<Arguments> arrows() {
        return Arrows.PARTS.stream().map(part -> argumentSet(part.name(), ARROWS.usesOnlyItsRow(part)));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesInsideAPartAreFreeOfCycles(ArchRule rule) {
        rule.check(PROJECT);
    }

    static Stream<Arguments> packages() {
        return Arrows.PARTS.stream().map(part -> argumentSet(part.name(), ARROWS.packagesAreFreeOfCycles(part)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyClassFollows(ArchRule rule) {
        rule.check(PROJECT);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                argumentSet("every class belongs to a part", ARROWS.everyClassBelongsToAPart()),
                argumentSet("parts are free of cycles", ARROWS.partsAreFreeOfCycles()),
                argumentSet("no console", LIBRARIES.neverWriteToTheConsole()),
                argumentSet("no wall clock", LIBRARIES.neverReadTheWallClock()),
                argumentSet("no real clock", LIBRARIES.neverCreateTheRealClock()),
                argumentSet("no unseeded random", LIBRARIES.neverDrawUnseededRandomNumbers()),
                argumentSet("no default locale", LIBRARIES.neverUseTheDefaultLocale()),
                argumentSet("public classes are closed", LIBRARIES.publicClassesAreClosed()),
                argumentSet("public fields are final", LIBRARIES.publicFieldsAreFinal()),
                argumentSet("packages are null-marked", CodeRules.everyPackageIsNullMarked()),
                argumentSet(
                        "controllers and configurations are not public",
                        CodeRules.controllersAndConfigurationsAreNotPublic()),
                argumentSet("properties are records", CodeRules.configurationPropertiesAreRecords()));
    }

    @Test
    void theRulesSeeTheProject() {
        assertThat(PROJECT.contain(Arrows.BASE + ".core.catalog.MetricCatalog")).isTrue();
        assertThat(PROJECT.contain(Arrows.BASE + ".drift.report.ModelDriftTest"))
                .isTrue();
        assertThat(PROJECT.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void theTableNamesOnlyPartsThatItKnows() {
        assertThat(Arrows.PARTS.stream().map(Part::name)).doesNotHaveDuplicates();
        assertThat(Arrows.PARTS)
                .allSatisfy(part -> assertThat(part.uses())
                        .isSubsetOf(Arrows.PARTS.stream()
                                .filter(other -> !other.isApplication())
                                .map(Part::name)
                                .toList()));
    }
}
