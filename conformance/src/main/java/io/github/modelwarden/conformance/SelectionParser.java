package io.github.modelwarden.conformance;

import io.github.modelwarden.conformance.RowSelection.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a row selection by recursive descent: or, and, not, then ranges and comparisons. */
final class SelectionParser {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|'[^']*'|`[^`]*`|==|!=|<=|>=|<>|\\|\\||&&|[()\\[\\],<>=!~&|]|[^\\s()\\[\\],<>=!~&|\"'`]+)");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d*)");
    private static final Pattern SLICE = Pattern.compile("(\\d*):(\\d*)");
    private static final Set<String> OPERATORS = Set.of("==", "=", "!=", "<>", "<", "<=", ">", ">=");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private int next;

    SelectionParser(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text.strip());
        int end = 0;
        while (matcher.lookingAt()) {
            tokens.add(matcher.group(1));
            end = matcher.end();
            matcher.region(end, matcher.regionEnd());
        }
        if (end < text.strip().length()) {
            throw notUnderstood();
        }
    }

    RowSelection parse() {
        if (tokens.isEmpty() || (tokens.size() <= 2 && word("all"))) {
            return new RowSelection((data, row) -> true, Set.of());
        }
        Condition condition = or();
        // a remark such as "(2011)" or "in time order" may follow
        if (next < tokens.size()
                && !tokens.get(next).equals("(")
                && !tokens.get(next).equals("in")) {
            throw notUnderstood();
        }
        return new RowSelection(condition, columns);
    }

    private Unanswerable notUnderstood() {
        return new Unanswerable("the row selection '" + text + "' is not understood: expected a range such as 0..999 or"
                + " conditions such as x == 1 and y != \"a\"");
    }

    private Condition or() {
        Condition left = and();
        while (word("or") || word("|") || word("||")) {
            Condition first = left;
            Condition second = and();
            left = (data, row) -> first.holds(data, row) || second.holds(data, row);
        }
        return left;
    }

    private Condition and() {
        Condition left = not();
        while (word("and") || word("&") || word("&&")) {
            Condition first = left;
            Condition second = not();
            left = (data, row) -> first.holds(data, row) && second.holds(data, row);
        }
        return left;
    }

    private Condition not() {
        if (word("not") || word("!") || word("~")) {
            Condition inner = not();
            return (data, row) -> !inner.holds(data, row);
        }
        if (word("(")) {
            Condition inner = or();
            require(")");
            return inner;
        }
        return primary();
    }

    private Condition primary() {
        if (word("first")) {
            int count = count();
            return (data, row) -> row < count;
        }
        if (word("last")) {
            int count = count();
            return (data, row) -> row >= data.rowCount() - count;
        }
        if (next + 1 < tokens.size() && RANGE.matcher(tokens.get(next + 1)).matches() && word("rows")) {
            return range();
        }
        return next < tokens.size()
                        && (RANGE.matcher(tokens.get(next)).matches()
                                || SLICE.matcher(tokens.get(next)).matches())
                ? range()
                : comparison();
    }

    private int count() {
        String number = take();
        if (!number.matches("\\d{1,9}")) {
            throw notUnderstood();
        }
        word("rows");
        return Integer.parseInt(number);
    }

    private Condition range() {
        String token = take();
        Matcher range = RANGE.matcher(token);
        if (range.matches()) {
            long from = Long.parseLong(range.group(1));
            long to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
            return (data, row) -> row >= from && row <= to;
        }
        Matcher slice = SLICE.matcher(token);
        if (!slice.matches()) {
            throw notUnderstood();
        }
        long from = slice.group(1).isEmpty() ? 0 : Long.parseLong(slice.group(1));
        long end = slice.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(slice.group(2));
        return (data, row) -> row >= from && row < end;
    }

    private Condition comparison() {
        Operand left = operand(true);
        if (word("is")) {
            boolean negated = word("not");
            if (!word("null") && !word("missing") && !word("nan")) {
                throw notUnderstood();
            }
            return (data, row) -> left.in(data, row).isEmpty() != negated;
        }
        if (word("not")) {
            require("in");
            Condition in = in(left);
            return (data, row) -> !in.holds(data, row);
        }
        if (word("in")) {
            return in(left);
        }
        if (word("between")) {
            Operand low = operand(false);
            require("and");
            Operand high = operand(false);
            return (data, row) -> holds(left.in(data, row), ">=", low.in(data, row))
                    && holds(left.in(data, row), "<=", high.in(data, row));
        }
        return chain(left);
    }

    /** One comparison, or a chain such as {@code 12 <= tenure < 24}. */
    private Condition chain(Operand first) {
        Operand left = first;
        Condition all = null;
        while (next < tokens.size() && OPERATORS.contains(tokens.get(next))) {
            String operator = take();
            Operand from = left;
            Operand to = operand(!from.isColumn());
            Condition before = all;
            all = (data, row) -> (before == null || before.holds(data, row))
                    && holds(from.in(data, row), operator, to.in(data, row));
            left = to;
        }
        if (all == null || columns.isEmpty()) {
            throw notUnderstood();
        }
        return all;
    }

    private Condition in(Operand left) {
        boolean square = word("[");
        if (!square && !word("(")) {
            throw notUnderstood();
        }
        List<Operand> options = new ArrayList<>();
        do {
            options.add(constant(take()));
        } while (word(","));
        require(square ? "]" : ")");
        return (data, row) -> options.stream().anyMatch(o -> holds(left.in(data, row), "==", o.in(data, row)));
    }

    /** A column, or a constant that stands for itself in every row. */
    private record Operand(String text, boolean isColumn) {

        String in(DataSet data, int row) {
            return isColumn ? data.cell(text, row) : text;
        }
    }

    /** A number or quoted text is a constant; a word is a column, or a constant where a column stands at its left. */
    private Operand operand(boolean wordsAreColumns) {
        String token = take();
        boolean named = token.startsWith("`");
        boolean constant = token.startsWith("\"") || token.startsWith("'") || isNumber(token) || !wordsAreColumns;
        if (constant && !named) {
            return constant(token);
        }
        String name = named ? unquoted(token) : token;
        columns.add(name);
        return new Operand(name, true);
    }

    private static Operand constant(String token) {
        boolean quoted = token.startsWith("\"") || token.startsWith("'");
        return new Operand(quoted ? unquoted(token) : token, false);
    }

    private static String unquoted(String token) {
        return token.substring(1, token.length() - 1);
    }

    private static boolean holds(String left, String operator, String right) {
        boolean numbers = isNumber(left) && isNumber(right);
        if (!numbers && operator.matches("[<>]=?") && (left.isEmpty() || right.isEmpty())) {
            return false;
        }
        int order = numbers
                ? Double.compare(Double.parseDouble(left) + 0.0, Double.parseDouble(right) + 0.0)
                : left.compareTo(right);
        return switch (operator) {
            case "==", "=" -> order == 0;
            case "!=", "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isNumber(String token) {
        return token.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }

    private boolean word(String word) {
        if (next < tokens.size() && tokens.get(next).toLowerCase(Locale.ROOT).equals(word)) {
            next++;
            return true;
        }
        return false;
    }

    private void require(String word) {
        if (!word(word)) {
            throw notUnderstood();
        }
    }

    private String take() {
        if (next >= tokens.size()) {
            throw notUnderstood();
        }
        return tokens.get(next++);
    }
}
