package io.github.modelwarden.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    private static final Site SITE = new Site(
            Path.of("src/docs").toAbsolutePath(),
            Path.of("target/generated-docs").toAbsolutePath(),
            System.getProperty("modelwarden.version", "unknown"));

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private static List<String> warnings = List.of();

    @BeforeAll
    static void build() {
        warnings = SITE.build();
    }

    @Test
    void convertsWithoutAWarning() {
        assertThat(warnings).isEmpty();
        assertThat(SITE.built())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page).exists());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Path page : SITE.built()) {
            for (String link : links(page)) {
                URI target = URI.create(link);
                if (target.isAbsolute()) {
                    continue;
                }
                Path file = target.getPath().isEmpty()
                        ? page
                        : page.resolveSibling(target.getPath()).normalize();
                assertThat(file).as("the link %s of %s", link, page).exists();
                if (target.getFragment() != null) {
                    assertThat(text(file))
                            .as("the link %s of %s", link, page)
                            .contains("id=\"" + target.getFragment() + "\"");
                }
            }
        }
    }

    @Test
    void everyPageIsInTheMenuAndEveryEntryOfTheMenuIsAPage() {
        List<String> menu = Pattern.compile("href=\"\\{siteroot}/([^\"]+)\\.html\"")
                .matcher(text(SITE.sources().resolve("docinfo/docinfo-header.html")))
                .results()
                .map(match -> match.group(1) + ".html")
                .toList();

        assertThat(menu)
                .containsExactlyInAnyOrderElementsOf(SITE.built().stream()
                        .map(page -> SITE.target().relativize(page).toString().replace('\\', '/'))
                        .toList());
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        Pattern fetched =
                Pattern.compile("<(?:link|script|img|iframe)[^>]*(?:href|src)=\"(?:https?:)?//|@import|url\\(");
        for (Path page : SITE.htmlFiles()) {
            assertThat(fetched.matcher(text(page)).find()).as("%s", page).isFalse();
        }
        assertThat(text(SITE.target().resolve("assets/site.css"))).doesNotContainPattern(fetched);
    }

    @Test
    void aMissingFileIsAWarning(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("asciidoc"));
        Files.createDirectories(folder.resolve("docinfo"));
        Files.createDirectories(folder.resolve("site"));
        Files.writeString(
                folder.resolve("asciidoc/page.adoc"),
                "= Page\n\ninclude::nowhere.txt[]\n\nxref:#nothing[]\n\n{unknown}\n");

        assertThat(new Site(folder, folder.resolve("out"), "1").build())
                .anySatisfy(warning -> assertThat(warning).contains("page.adoc:3", "nowhere.txt"))
                .anySatisfy(warning -> assertThat(warning).contains("unknown"));
    }

    private static List<String> links(Path page) {
        return LINK.matcher(text(page)).results().map(match -> match.group(1)).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
