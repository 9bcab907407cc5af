package io.github.modelwarden.service.feedback;

import io.github.modelwarden.service.feedback.FeedbackLog.Known;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Joins ground truth to predictions, once. One request at a time stores truth, so that the same truth sent twice at the
 * same moment still counts once.
 */
@Component
final class FeedbackService {

    private final FeedbackLog log;
    private final List<FeedbackObserver> observers;
    private final Clock clock;

    FeedbackService(FeedbackLog log, List<FeedbackObserver> observers, Clock clock) {
        this.log = log;
        this.observers = List.copyOf(observers);
        this.clock = clock;
    }

    /**
     * What became of the items.
     *
     * @param accepted stored now
     * @param duplicates ids whose same truth was there already
     * @param conflicts ids that already have another truth, which was kept
     * @param unknown ids the prediction log does not have
     */
    record Receipt(int accepted, List<String> duplicates, List<String> conflicts, List<String> unknown) {}

    synchronized Receipt store(List<FeedbackItem> items) {
        Map<String, Known> known = log.find(
                items.stream().map(FeedbackItem::predictionId).distinct().toList());
        Map<String, FeedbackItem> fresh = new LinkedHashMap<>();
        List<String> duplicates = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (FeedbackItem item : items) {
            Known prediction = known.get(item.predictionId());
            if (prediction == null) {
                unknown.add(item.predictionId());
                continue;
            }
            FeedbackItem earlier = fresh.get(item.predictionId());
            String actual = earlier == null ? prediction.actual() : earlier.actual();
            if (actual == null) {
                fresh.put(item.predictionId(), item);
            } else {
                (actual.equals(item.actual()) ? duplicates : conflicts).add(item.predictionId());
            }
        }
        insert(List.copyOf(fresh.values()), known);
        return new Receipt(fresh.size(), duplicates, conflicts, unknown);
    }

    private void insert(List<FeedbackItem> fresh, Map<String, Known> known) {
        if (fresh.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        log.insert(fresh, now);
        List<GroundTruth> truths = new ArrayList<>();
        for (FeedbackItem item : fresh) {
            Known prediction = known.get(item.predictionId());
            if (prediction != null) {
                truths.add(log.truth(item.predictionId(), prediction, item.actual(), now));
            }
        }
        observers.forEach(observer -> observer.received(truths));
    }
}
