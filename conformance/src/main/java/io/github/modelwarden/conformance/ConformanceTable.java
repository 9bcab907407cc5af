package io.github.modelwarden.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Agreement with other libraries as a page: how many cases were answered and how many agree, by statistic and by source,
 * then every case that was declined or differs, with the reason.
 */
final class ConformanceTable {

    private static final class Line {
        private int cases;
        private int answered;
        private int agreeing;
    }

    private final List<JudgedAnswer> judged;

    ConformanceTable(List<JudgedAnswer> judged) {
        this.judged = List.copyOf(judged);
    }

    long answered() {
        return judged.stream().filter(JudgedAnswer::answered).count();
    }

    long agreeing() {
        return judged.stream().filter(JudgedAnswer::agrees).count();
    }

    String toAsciiDoc() {
        StringBuilder page = new StringBuilder();
        page.append(judged.size())
                .append(" cases; answered: ")
                .append(answered())
                .append("; of these within the tolerance of the case: ")
                .append(agreeing())
                .append(".\n\n");
        table(page, "By source library", "Source", JudgedAnswer::library);
        table(page, "By statistic", "Statistic", answer -> "`" + answer.statistic() + "`");
        list(
                page,
                "Declined",
                judged.stream().filter(answer -> !answer.answered()).toList());
        list(
                page,
                "Different",
                judged.stream()
                        .filter(answer -> answer.answered() && !answer.agrees())
                        .toList());
        return page.toString();
    }

    private void table(StringBuilder page, String title, String first, Function<JudgedAnswer, String> key) {
        Map<String, Line> lines = new TreeMap<>();
        for (JudgedAnswer answer : judged) {
            Line line = lines.computeIfAbsent(key.apply(answer), k -> new Line());
            line.cases++;
            line.answered += answer.answered() ? 1 : 0;
            line.agreeing += answer.agrees() ? 1 : 0;
        }
        page.append("== ")
                .append(title)
                .append("\n\n[cols=\"4,1,1,1\"]\n|===\n|")
                .append(first);
        page.append(" |Cases |Answered |Agree\n\n");
        lines.forEach((name, line) -> page.append('|')
                .append(name)
                .append(" |")
                .append(line.cases)
                .append(" |")
                .append(line.answered)
                .append(" |")
                .append(line.agreeing)
                .append('\n'));
        page.append("|===\n\n");
    }

    private static void list(StringBuilder page, String title, List<JudgedAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Map<String, List<String>> byReason = new TreeMap<>();
        answers.forEach(answer -> byReason.computeIfAbsent(answer.reason(), r -> new ArrayList<>())
                .add("`" + answer.id() + "`"));
        page.append("== ").append(title).append("\n\n[cols=\"1,2\"]\n|===\n|Cases |Reason\n\n");
        byReason.forEach((reason, ids) -> page.append('|')
                .append(String.join(", ", ids))
                .append(" |")
                .append(reason.replace("|", "\\|"))
                .append('\n'));
        page.append("|===\n\n");
    }
}
