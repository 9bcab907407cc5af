package io.github.modelwarden.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the parser's events into nodes that know their place. Works on events, so that no object is ever constructed. */
final class YamlReader {

    private static final int MAX_DEPTH = 32;

    private final String source;
    private final String text;

    YamlReader(String text, String source) {
        this.text = text;
        this.source = source;
    }

    YamlNode read() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(YamlDocument.MAX_CHARACTERS);
            Parser events = new ParserImpl(new StreamReader(text), options);
            events.getEvent(); // stream start
            if (events.checkEvent(Event.ID.StreamEnd)) {
                throw new ConfigException(source, 1, 1, "the file is empty; expected a mapping of keys to values");
            }
            events.getEvent(); // document start
            YamlNode root = node(events, "", 0);
            events.getEvent(); // document end
            if (!events.checkEvent(Event.ID.StreamEnd)) {
                throw error(events.peekEvent(), "expected one document but a second one starts here; keep one");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw notYaml(e);
        } catch (YAMLException e) {
            throw new ConfigException(source, 1, 1, "this is not YAML: " + oneLine(e.getMessage()));
        }
    }

    private YamlNode node(Parser events, String path, int depth) {
        Event event = events.getEvent();
        refuse(event, depth);
        Mark mark = event.getStartMark();
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        YamlPlace place = new YamlPlace(source, line, column, path);
        if (event instanceof ScalarEvent scalar) {
            return YamlNode.scalar(place, scalar.getValue(), scalar.isPlain());
        }
        if (event instanceof SequenceStartEvent) {
            return YamlNode.list(place, elements(events, path, depth));
        }
        return YamlNode.map(place, entries(events, path, depth));
    }

    private void refuse(Event event, int depth) {
        if (event instanceof AliasEvent) {
            throw error(event, "aliases (*name) are not read here; write the value out");
        }
        if (event instanceof NodeEvent named && named.getAnchor() != null) {
            throw error(event, "anchors (&name) are not read here; write the value out where it is needed");
        }
        if (tag(event) != null) {
            throw error(event, "tags (" + tag(event) + ") are not read here; leave the tag out");
        }
        if (depth > MAX_DEPTH) {
            throw error(event, "values are nested more than " + MAX_DEPTH + " deep; is this the right file?");
        }
    }

    private static @Nullable String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence.getTag();
        }
        return event instanceof MappingStartEvent mapping ? mapping.getTag() : null;
    }

    private List<YamlNode> elements(Parser events, String path, int depth) {
        List<YamlNode> elements = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            elements.add(node(events, path + "[" + elements.size() + "]", depth + 1));
        }
        events.getEvent();
        return elements;
    }

    private Map<String, YamlNode> entries(Parser events, String path, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        Map<String, YamlPlace> places = new LinkedHashMap<>();
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            YamlNode key = node(events, path, depth + 1);
            String name = key.asKey();
            YamlPlace first = places.putIfAbsent(name, key.place());
            if (first != null) {
                throw key.error("the key '" + name + "' is given twice, first on line " + first.line()
                        + "; keep one of the two");
            }
            YamlNode value = node(events, path.isEmpty() ? name : path + "." + name, depth + 1);
            entries.put(name, value.withKey(key.place()));
        }
        events.getEvent();
        return entries;
    }

    private ConfigException error(Event event, String sentence) {
        Mark mark = event.getStartMark();
        return new ConfigException(source, mark.getLine() + 1, mark.getColumn() + 1, sentence);
    }

    private ConfigException notYaml(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        String context = e.getContext() == null ? "" : oneLine(e.getContext()) + ", ";
        return new ConfigException(
                source,
                line,
                column,
                "this is not YAML: " + context + oneLine(e.getProblem())
                        + "; check indentation, quotes and brackets near here");
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "unreadable" : message.strip().replaceAll("\\s+", " ");
    }
}
