package io.github.modelwarden.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.modelwarden.config.SchemaFile;
import io.github.modelwarden.core.catalog.MetricCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documentation agrees with the code. */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = ROOT.resolve("docs-site/src/docs/asciidoc");

    @Test
    void theMetricReferenceIsWrittenFromTheCatalog() {
        Path page = PAGES.resolve("reference/_metrics.adoc");

        assertThat(text(page))
                .as(
                        "the reference is out of date; write it anew:"
                                + " ./modelwarden metrics --format asciidoc > docs-site/src/docs/asciidoc/reference/_metrics.adoc")
                .isEqualTo(CatalogFormat.ASCIIDOC.render(MetricCatalog.all()));
    }

    @Test
    void theSchemaOnThePagesIsAValidSchema() {
        assertThat(SchemaFile.read(PAGES.resolve("samples/schema.yaml"))
                        .schema()
                        .features())
                .extracting("name")
                .contains("customer_age", "contract", "senior_citizen");
    }

    @Test
    void everyManagedDependencyIsExplained() {
        String explained = text(PAGES.resolve("decisions/dependencies.adoc"));
        String pom = text(ROOT.resolve("pom.xml"));
        String managed = pom.substring(pom.indexOf("<dependencyManagement>"), pom.indexOf("</dependencyManagement>"))
                .replaceAll("(?s)<exclusions>.*?</exclusions>", "");

        assertThat(Pattern.compile("<artifactId>([^<]+)</artifactId>")
                        .matcher(managed)
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> !name.startsWith("modelwarden-")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(explained).contains("`" + name + "`"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
