package io.github.modelwarden.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Agreement with other libraries as a page: how many cases were answered and how many agree, by source and by statistic,
 * then every case that was declined or differs, with the reason.
 */
final class ConformanceTable {

    private static final String NONE = "(none)";

    private final List<JudgedAnswer> judged;
    private final String provenance;

    /**
     * A page.
     *
     * @param judged the cases
     * @param provenance the lines that say how the page was made
     */
    ConformanceTable(List<JudgedAnswer> judged, String provenance) {
        this.judged = List.copyOf(judged);
        this.provenance = provenance;
    }

    private static long count(List<JudgedAnswer> answers, Predicate<JudgedAnswer> which) {
        return answers.stream().filter(which).count();
    }

    String toAsciiDoc() {
        StringBuilder page = new StringBuilder();
        page.append(provenance).append("\n\n").append(summary()).append("\n\n");
        table(page, "By source", "Source", answer -> escaped(answer.source().title()));
        table(page, "By statistic", "Statistic", answer -> code(answer.statistic()));
        declined(page);
        different(page);
        return page.toString();
    }

    private String summary() {
        long answered = count(judged, JudgedAnswer::answered);
        long compared = count(judged, JudgedAnswer::judged);
        long agreeing = count(judged, JudgedAnswer::agrees);
        return judged.size() + " cases. Answered: " + answered + " (" + percent(answered, judged.size())
                + "). Of these within the tolerance of the case: " + agreeing + " (" + percent(agreeing, compared)
                + ")." + (compared < answered ? " Without an expected value: " + (answered - compared) + "." : "");
    }

    /** A share in per cent, rounded down, so that 100 means all. */
    static String percent(long part, long whole) {
        return whole == 0 ? "none" : Math.floor(1000.0 * part / whole) / 10 + " %";
    }

    private void table(StringBuilder page, String title, String first, Function<JudgedAnswer, String> key) {
        Map<String, List<JudgedAnswer>> groups = new TreeMap<>();
        judged.forEach(answer -> groups.computeIfAbsent(key.apply(answer), k -> new ArrayList<>())
                .add(answer));
        page.append("== ").append(title).append("\n\n[cols=\"4,>1,>1,>1,>1\",options=\"header\"]\n|===\n|");
        page.append(first).append(" |Cases |Answered |Agree |Declined\n\n");
        groups.forEach((name, answers) -> page.append('|')
                .append(name)
                .append(" |")
                .append(answers.size())
                .append(" |")
                .append(count(answers, JudgedAnswer::answered))
                .append(" |")
                .append(count(answers, JudgedAnswer::agrees))
                .append(" |")
                .append(count(answers, answer -> !answer.answered()))
                .append('\n'));
        page.append("|===\n\n");
    }

    private void declined(StringBuilder page) {
        Map<String, List<String>> byReason = new TreeMap<>();
        judged.stream()
                .filter(answer -> !answer.answered())
                .forEach(answer -> byReason.computeIfAbsent(capitalised(answer.declined()), r -> new ArrayList<>())
                        .add(code(answer.id())));
        list(page, "Declined", "No case was declined.", byReason);
    }

    private void different(StringBuilder page) {
        Map<String, List<String>> byDifference = new TreeMap<>();
        judged.stream()
                .filter(JudgedAnswer::differs)
                .sorted(Comparator.comparing(JudgedAnswer::id))
                .forEach(answer -> byDifference
                        .computeIfAbsent(String.join("; ", answer.differences()) + ".", r -> new ArrayList<>())
                        .add(code(answer.id())));
        list(
                page,
                "Different",
                "No answer differs from the expected value by more than the case allows.",
                byDifference);
    }

    private static void list(StringBuilder page, String title, String nothing, Map<String, List<String>> byReason) {
        page.append("== ").append(title).append("\n\n");
        if (byReason.isEmpty()) {
            page.append(nothing).append("\n\n");
            return;
        }
        page.append("[cols=\"2,3\",options=\"header\"]\n|===\n|Cases |Reason\n\n");
        byReason.forEach((reason, ids) -> page.append('|')
                .append(String.join(", ", ids))
                .append("\n|")
                .append(escaped(reason))
                .append("\n\n"));
        page.append("|===\n\n");
    }

    private static String capitalised(String reason) {
        return reason.isEmpty() ? NONE : Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }

    private static String code(String word) {
        return word.isBlank() ? NONE : "`+" + word.replace("|", "\\|").replace("+", "{plus}") + "+`";
    }

    /** Text that AsciiDoc prints as it stands. */
    private static String escaped(String text) {
        return text.replace("|", "{vbar}")
                .replace("\n", " ")
                .replace("*", "{asterisk}")
                .replace("`", "{backtick}")
                .replace("#", "&#35;")
                .replace("_", "&#95;")
                .replace("[", "&#91;");
    }
}
