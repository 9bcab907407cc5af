package io.github.modelwarden.core.performance;

import io.github.modelwarden.core.profile.Moments;
import io.github.modelwarden.core.rendering.NameList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of at most two classes is the positive one: the one that was asked for; else by words such as 1, yes and true;
 * else the one that rows predicted so have the higher scores for; else the later one in order.
 *
 * @param positive the positive class; empty if only a negative one occurs
 * @param negative the other class; empty if it does not occur
 * @param note how it was chosen, where that may surprise
 */
record PositiveClass(Optional<String> positive, Optional<String> negative, Optional<String> note) {

    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "t", "positive", "pos");
    private static final Set<String> NO = Set.of("0", "-1", "false", "no", "n", "f", "negative", "neg");

    static PositiveClass of(
            Collection<String> classes, Optional<String> wanted, Map<String, Moments> scoresByPrediction) {
        List<String> ordered = LabelOrder.sorted(classes);
        if (ordered.isEmpty()) {
            return new PositiveClass(wanted, Optional.empty(), Optional.empty());
        }
        if (wanted.isPresent()) {
            return asked(ordered, wanted.get());
        }
        List<String> yes = ordered.stream().filter(c -> YES.contains(lower(c))).toList();
        List<String> no = ordered.stream().filter(c -> NO.contains(lower(c))).toList();
        if (yes.size() == 1) {
            return chosen(ordered, yes.get(0), Optional.empty());
        }
        if (ordered.size() == 1) {
            return no.size() == 1
                    ? new PositiveClass(Optional.empty(), Optional.of(no.get(0)), Optional.empty())
                    : chosen(ordered, ordered.get(0), guessed(ordered.get(0), "the only class"));
        }
        if (no.size() == 1) {
            return chosen(ordered, ordered.get(no.get(0).equals(ordered.get(0)) ? 1 : 0), Optional.empty());
        }
        Moments first = scoresByPrediction.get(ordered.get(0));
        Moments second = scoresByPrediction.get(ordered.get(1));
        if (first != null && second != null && first.mean() != second.mean()) {
            String higher = ordered.get(first.mean() > second.mean() ? 0 : 1);
            return chosen(ordered, higher, guessed(higher, "the class predicted for high scores"));
        }
        return chosen(ordered, ordered.get(1), guessed(ordered.get(1), "the later class in order"));
    }

    private static PositiveClass asked(List<String> ordered, String wanted) {
        if (ordered.size() == 2 && !ordered.contains(wanted)) {
            throw new IllegalArgumentException("performance: expected the positive class '" + wanted
                    + "' to be one of the classes that occur but they are " + NameList.of(ordered));
        }
        return chosen(ordered, wanted, Optional.empty());
    }

    private static PositiveClass chosen(List<String> ordered, String positive, Optional<String> note) {
        List<String> others = new ArrayList<>(ordered);
        others.remove(positive);
        return new PositiveClass(Optional.of(positive), others.stream().findFirst(), note);
    }

    private static Optional<String> guessed(String positive, String why) {
        return Optional.of("'" + positive + "' is taken for the positive class because it is " + why
                + "; name the positive class if that is wrong");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
