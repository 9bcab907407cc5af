package io.github.modelwarden.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a directory of reference cases: JSON files, each a list of cases with {@code id}, {@code statistic},
 * {@code params} and {@code inputs}. An answer is computed from these alone; the expected values are not read, only their
 * keys. Whatever is wrong with a case, it is declined with a sentence and the others are answered.
 */
final class ConformanceRunner {

    private static final Set<String> REASONS = Set.of("reason", "message_like");

    private final Path cases;
    private final CaseFolder folder;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ConformanceRunner(Path cases, Path data) {
        this.cases = cases;
        this.folder = new CaseFolder(cases, data);
    }

    /**
     * What a run gave.
     *
     * @param answers the answers file
     * @param judged every case, in the order of the files
     */
    record Run(String answers, List<JudgedAnswer> judged) {}

    /** A runner over a directory of case files, and the directory that data sets are named relative to. */
    static ConformanceRunner over(Path cases, Path data) {
        return new ConformanceRunner(cases, data);
    }

    /** Answers every case and compares the answers with the expected values where there are some. */
    Run run() throws IOException {
        List<CaseReader.Found> found = CaseReader.read(cases);
        Map<String, Answer> answers = new TreeMap<>();
        for (CaseReader.Found one : found) {
            answers.put(
                    one.name(),
                    one.problem() == null
                            ? answer(ReferenceCase.of(one.node(), folder))
                            : new Answer.Declined(one.problem()));
        }
        String text = json.writeValueAsString(toJson(answers)) + "\n";
        // judged as a reader of the answers file sees them: numbers that are not finite are strings there
        JsonNode written = json.readTree(text);
        List<JudgedAnswer> judged = new ArrayList<>();
        for (CaseReader.Found one : found) {
            judged.add(JudgedAnswer.of(one.name(), one.node(), written.path(one.name())));
        }
        return new Run(text, judged);
    }

    static Answer answer(ReferenceCase asked) {
        try {
            return chosen(asked, Answerers.of(asked.statistic()).answer(asked));
        } catch (Unanswerable e) {
            return new Answer.Declined(e.reason());
        } catch (IllegalArgumentException e) {
            return asked.asksForARefusal()
                    ? refusal(asked, String.valueOf(e.getMessage()))
                    : new Answer.Declined("the inputs are refused: " + e.getMessage());
        } catch (IOException e) {
            return new Answer.Declined("the data of the case cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            return new Answer.Declined(
                    "the case was not understood: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    /** The values that are asked for; a case that asks for one that there is not is declined as a whole. */
    private static Answer chosen(ReferenceCase asked, Map<String, @Nullable Object> values) {
        if (asked.keys().isEmpty()) {
            return new Answer.Values(values);
        }
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        Set<String> without = new LinkedHashSet<>();
        for (String key : asked.keys()) {
            if (values.containsKey(key)) {
                chosen.put(key, values.get(key));
            } else if (key.equals("error")) {
                chosen.put(key, false);
            } else if (!REASONS.contains(key)) {
                without.add(key);
            }
        }
        return without.isEmpty()
                ? new Answer.Values(chosen)
                : new Answer.Declined(
                        "the API has no value for " + String.join(", ", without) + " under this convention");
    }

    private static Answer refusal(ReferenceCase asked, String reason) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String key : asked.keys()) {
            values.put(key, key.equals("error") ? (Object) true : reason);
        }
        return new Answer.Values(values);
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
