package io.github.modelwarden.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a directory of reference cases: JSON files, each a list of cases with {@code id}, {@code statistic},
 * {@code params} and {@code inputs}. An answer is computed from the inputs alone; the expected values are not read, only
 * their keys. Not thread-safe.
 */
public final class ConformanceRunner {

    private final Path cases;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Map<String, Answerer> answerers;

    private ConformanceRunner(Path cases, Path data) {
        this.cases = cases;
        CaseData caseData = new CaseData(cases, data);
        Map<String, Answerer> all = new TreeMap<>();
        all.putAll(new DriftAnswers(caseData).answerers());
        all.putAll(new PerformanceAnswers(caseData).answerers());
        this.answerers = Map.copyOf(all);
    }

    /**
     * A runner over a directory.
     *
     * @param cases the directory of the case files
     * @param data the directory that data sets are named relative to
     * @return the runner
     */
    public static ConformanceRunner over(Path cases, Path data) {
        return new ConformanceRunner(cases, data);
    }

    /**
     * Answers every case.
     *
     * @return the answers by case id
     * @throws IOException if a case file cannot be read or is not a list of cases
     */
    public Map<String, Answer> answers() throws IOException {
        Map<String, Answer> answers = new TreeMap<>();
        for (Path file : caseFiles()) {
            for (JsonNode node : read(file)) {
                ReferenceCase asked = ReferenceCase.of(node);
                answers.put(asked.id(), answer(asked));
            }
        }
        return answers;
    }

    private List<Path> caseFiles() throws IOException {
        try (Stream<Path> files = Files.list(cases)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private JsonNode read(Path file) throws IOException {
        try {
            JsonNode list = json.readTree(Files.readString(file));
            if (!list.isArray()) {
                throw new IOException(file + ": expected a list of reference cases but got " + list.getNodeType()
                        + "; give the directory of the case files");
            }
            return list;
        } catch (JacksonException e) {
            throw new IOException(file + ": expected JSON but " + e.getOriginalMessage(), e);
        }
    }

    private Answer answer(ReferenceCase asked) throws IOException {
        Answerer answerer = answerers.get(asked.statistic());
        if (answerer == null) {
            return new Answer.Declined("the API has no statistic '" + asked.statistic() + "'");
        }
        try {
            Map<String, Object> values = new TreeMap<>(answerer.answer(asked));
            values.keySet().retainAll(asked.keys());
            return values.isEmpty()
                    ? new Answer.Declined("the API has none of the values " + asked.keys() + " under this convention")
                    : new Answer.Values(values);
        } catch (Unanswerable e) {
            return new Answer.Declined(e.reason());
        } catch (IllegalArgumentException e) {
            return new Answer.Declined("the inputs are refused: " + e.getMessage());
        }
    }

    /**
     * Answers every case and writes the answers file: by case id the values, or {@code {"declined": reason}}.
     *
     * @param file the file to write
     * @return the answers by case id
     * @throws IOException if a case file cannot be read or the answers cannot be written
     */
    public Map<String, Answer> write(Path file) throws IOException {
        Map<String, Answer> answers = answers();
        Files.writeString(file, json.writeValueAsString(toJson(answers)) + "\n", StandardCharsets.UTF_8);
        return answers;
    }

    /**
     * Answers every case, compares the answers with the expected values, and writes the outcome as an AsciiDoc page: tables
     * by source library and by statistic, and the reason for every case that is declined or differs.
     *
     * @param page the file to write
     * @return a line for each difference; empty if every answer agrees
     * @throws IOException if a case file cannot be read or the page cannot be written
     */
    public List<String> writeTable(Path page) throws IOException {
        // through text, as a reader of the answers file sees them: numbers that are not finite are strings there
        JsonNode answers = json.readTree(json.writeValueAsString(toJson(answers())));
        List<JudgedAnswer> judged = new ArrayList<>();
        for (Path file : caseFiles()) {
            for (JsonNode asked : read(file)) {
                judged.add(JudgedAnswer.of(asked, answers.path(asked.path("id").asString())));
            }
        }
        Files.writeString(page, new ConformanceTable(judged).toAsciiDoc(), StandardCharsets.UTF_8);
        return judged.stream().flatMap(answer -> answer.differences().stream()).toList();
    }

    private ObjectNode toJson(Map<String, Answer> answers) {
        ObjectNode root = json.createObjectNode();
        answers.forEach((id, answer) -> {
            ObjectNode node = root.putObject(id);
            if (answer instanceof Answer.Values given) {
                given.values().forEach((key, value) -> node.set(key, json.valueToTree(value)));
            } else if (answer instanceof Answer.Declined declined) {
                node.put("declined", declined.reason());
            }
        });
        return root;
    }
}
