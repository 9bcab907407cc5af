package io.github.modelwarden.architecture;

import static io.github.modelwarden.architecture.Part.application;
import static io.github.modelwarden.architecture.Part.library;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds the class of the fixture that breaks it, so that a green architecture means something. */
class RulesBiteTest {

    private static final String BASE = "io.github.modelwarden.architecture.fixture";
    private static final Part CORE = library("core");
    private static final Part DRIFT = library("drift", "core");
    private static final Part SERVICE = application("service", "core", "drift");
    private static final Part APP = application("app", "core");
    private static final List<Part> PARTS = List.of(CORE, DRIFT, SERVICE, APP);

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(BASE);
    private static final ArrowRules ARROWS = new ArrowRules(BASE, PARTS);
    private static final LibraryRules LIBRARIES = new LibraryRules(BASE, PARTS);

    @ParameterizedTest
    @MethodSource("offences")
    void aRuleNamesTheOffender(ArchRule rule, String offender) {
        assertThatThrownBy(() -> rule.check(FIXTURE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender)
                .hasMessageContaining("because");
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                argumentSet("arrow against the direction", ARROWS.usesOnlyItsRow(CORE), "core.PointsUp"),
                argumentSet("foreign package", ARROWS.usesOnlyItsRow(CORE), "core.UsesSql"),
                argumentSet("library on application", ARROWS.usesOnlyItsRow(DRIFT), "drift.KnowsTheService"),
                argumentSet("application on application", ARROWS.usesOnlyItsRow(APP), "app.KnowsTheService"),
                argumentSet("unknown part", ARROWS.everyClassBelongsToAPart(), "unmarked.Homeless"),
                argumentSet("cycle of parts", ARROWS.partsAreFreeOfCycles(), "core.PointsUp"),
                argumentSet("cycle in the service", ARROWS.packagesAreFreeOfCycles(SERVICE), "service.web.Page"),
                argumentSet("System.out", LIBRARIES.neverWriteToTheConsole(), "Offences.print()"),
                argumentSet("System.err as reference", LIBRARIES.neverWriteToTheConsole(), "Offences.printLater()"),
                argumentSet("Instant.now()", LIBRARIES.neverReadTheWallClock(), "Offences.now()"),
                argumentSet("Instant::now", LIBRARIES.neverReadTheWallClock(), "Offences.nowLater()"),
                argumentSet("currentTimeMillis", LIBRARIES.neverReadTheWallClock(), "Offences.millis()"),
                argumentSet("Clock.systemUTC", LIBRARIES.neverCreateTheRealClock(), "Offences.clock()"),
                argumentSet("new Random()", LIBRARIES.neverDrawUnseededRandomNumbers(), "Offences.random()"),
                argumentSet("Random::new", LIBRARIES.neverDrawUnseededRandomNumbers(), "Offences.randomLater()"),
                argumentSet("Math.random()", LIBRARIES.neverDrawUnseededRandomNumbers(), "Offences.chance()"),
                argumentSet("String.format", LIBRARIES.neverUseTheDefaultLocale(), "Offences.format()"),
                argumentSet("toLowerCase()", LIBRARIES.neverUseTheDefaultLocale(), "Offences.lower(java.lang.String)"),
                argumentSet("open class", LIBRARIES.publicClassesAreClosed(), "core.OpenForAll can be extended"),
                argumentSet("public field", LIBRARIES.publicFieldsAreFinal(), "OpenForAll.count"),
                argumentSet("package without mark", CodeRules.everyPackageIsNullMarked(), "unmarked.Homeless is not"),
                argumentSet(
                        "public controller",
                        CodeRules.controllersAndConfigurationsAreNotPublic(),
                        "service.web.PublicController"),
                argumentSet(
                        "public configuration",
                        CodeRules.controllersAndConfigurationsAreNotPublic(),
                        "web.PublicConfiguration"),
                argumentSet(
                        "properties class", CodeRules.configurationPropertiesAreRecords(), "web.MutableProperties"));
    }
}
