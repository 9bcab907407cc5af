package io.github.modelwarden.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {

    private static YamlMap parse(String text) {
        return YamlDocument.parse(text, "test.yaml");
    }

    @Test
    void readsEveryType() {
        YamlMap map = parse("a: text\nb: 1.5\nc: 7\nd: true\ne: 1h30m\nf: {g: '1'}\nh: [x, yes]\ni: PT5M\n");
        assertThat(map.string("a")).isEqualTo("text");
        assertThat(map.number("b")).isEqualTo(1.5);
        assertThat(map.number("c")).isEqualTo(7);
        assertThat(map.integer("c")).isEqualTo(7);
        assertThat(map.bool("d", false)).isTrue();
        assertThat(map.duration("e")).isEqualTo(Duration.ofMinutes(90));
        assertThat(map.duration("i")).isEqualTo(Duration.ofMinutes(5));
        assertThat(map.map("f").string("g")).isEqualTo("1");
        assertThat(map.stringList("h")).containsExactly("x", "yes");
        assertThat(map.wordMap("f")).isEqualTo(Map.of("g", "1"));
        assertThat(map.optionalString("z")).isEmpty();
        assertThat(map.integer("z", 3)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1, 2 | 1:9: this is not YAML",
                "a: 1\\na: 2 | 2:1: the key 'a' is given twice, first on line 1",
                "a: &x 1 | 1:4: anchors",
                "a: *x | 1:4: aliases",
                "a: !!java.net.URL [b] | 1:4: tags",
                "- a | 1:1: expected a mapping of keys to values but got a list",
                "a: 1\\n---\\nb: 2 | 2:1: expected one document",
                "'' | 1:1: the file is empty",
                "? [a]\\n: 1 | 1:3: expected a name as the key but got a list",
                "a: \"\\u0007 | 1:",
            })
    void refusesWhatIsNotStrictYaml(String text, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\n", "\n")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("test.yaml:" + message);
    }

    @Test
    void refusesEveryWrongTypeWithItsPlace() {
        YamlMap map = parse("a: text\nb: 1.5\nc:\nd:\n  - x: yes\n");
        assertThatThrownBy(() -> map.number("a"))
                .hasMessage("test.yaml:1:4: expected a number for 'a' but got the text 'text'");
        assertThatThrownBy(() -> map.integer("b"))
                .hasMessage("test.yaml:2:4: expected a whole number for 'b' but got the number 1.5");
        assertThatThrownBy(() -> map.string("b")).hasMessageContaining("put quotes around it");
        assertThatThrownBy(() -> map.string("c"))
                .hasMessageStartingWith("test.yaml:3:")
                .hasMessageContaining("got nothing");
        assertThatThrownBy(() -> map.list("d").get(0).asMap().bool("x", false))
                .hasMessage("test.yaml:5:8: expected true or false for 'd[0].x' but got the text 'yes'");
        assertThatThrownBy(() -> map.duration("b")).hasMessageContaining("expected a duration such as 30s");
        assertThatThrownBy(() -> map.string("aa"))
                .hasMessage("test.yaml:1:1: the key 'aa' is missing; there is 'a': is that what is meant?");
        assertThatThrownBy(() -> map.choice("a", java.util.List.of("test", "other")))
                .hasMessageContaining("did you mean 'test'?");
    }

    @Test
    void refusesUnknownKeysWithTheClosestKnownOne() {
        assertThatThrownBy(() -> parse("a: 1\nwindwo: 2\n").onlyKeys("a", "window"))
                .hasMessage("test.yaml:2:1: unknown key 'windwo'; did you mean 'window'?");
        assertThatThrownBy(() -> parse("zzz: 1\n").onlyKeys("a", "window"))
                .hasMessage("test.yaml:1:1: unknown key 'zzz'; expected a, window");
    }

    @Test
    void refusesInfinityAndNotANumber() {
        assertThatThrownBy(() -> parse("a: .nan").number("a")).hasMessageContaining("expected a finite number");
        assertThatThrownBy(() -> parse("a: -.inf").number("a")).hasMessageContaining("expected a finite number");
        assertThatThrownBy(() -> parse("a: 1e999").number("a")).hasMessageContaining("expected a finite number");
    }

    @Test
    void refusesDeepNestingAndLongText() {
        assertThatThrownBy(() -> parse("a: " + "[".repeat(5000))).hasMessageContaining("nested more than 32 deep");
        assertThatThrownBy(() -> parse("#".repeat(YamlDocument.MAX_CHARACTERS + 1)))
                .hasMessageContaining("is this the right file?");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> YamlDocument.read(java.nio.file.Path.of("nowhere.yaml")))
                .hasMessage("nowhere.yaml:1:1: there is no such file; check the path");
    }
}
