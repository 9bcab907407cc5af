package io.github.modelwarden.service.prediction;

import io.github.modelwarden.service.champion.Champion;
import io.github.modelwarden.service.champion.ChampionHolder;
import io.github.modelwarden.service.prediction.WriteResult.Outcome;
import io.github.modelwarden.service.web.Invalid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Scores instances, logs them, and only then hands the answers out. */
@Component
final class PredictionService {

    private static final int ATTEMPTS = 3;

    private final ChampionHolder champions;
    private final PredictionWriter writer;
    private final PredictionLog log;
    private final List<PredictionObserver> observers;
    private final Clock clock;

    PredictionService(
            ChampionHolder champions,
            PredictionWriter writer,
            PredictionLog log,
            List<PredictionObserver> observers,
            Clock clock) {
        this.champions = champions;
        this.writer = writer;
        this.log = log;
        this.observers = List.copyOf(observers);
        this.clock = clock;
    }

    /**
     * Predicts the instances of one request.
     *
     * @param instances checked instances
     * @param receivedNanos when the request came, by the nano clock
     * @param traceId its trace
     * @return one answer an instance, in order; an instance whose id was answered before gets that answer again
     * @throws Invalid 409 if an id was used for other features, 503 if the log cannot take the answers
     */
    List<Prediction> predict(List<PredictRequest> instances, long receivedNanos, String traceId) {
        Champion champion = champions.current().orElseThrow(() -> unavailable("no model is loaded yet"));
        requireDistinctIds(instances);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<List<Prediction>> answers = attempt(champion, instances, receivedNanos, traceId);
            if (answers.isPresent()) {
                return answers.get();
            }
        }
        throw new Invalid(
                409,
                "Id in use",
                "other requests use some of these ids at the same moment; send it again to get their answers",
                List.of());
    }

    /** Answers, or nothing if another request took one of the ids in between. */
    private Optional<List<Prediction>> attempt(
            Champion champion, List<PredictRequest> instances, long receivedNanos, String traceId) {
        List<Prediction> answers = new ArrayList<>();
        List<Prediction> fresh = new ArrayList<>();
        for (PredictRequest instance : instances) {
            Optional<Prediction> before = instance.id().flatMap(log::find);
            if (before.isPresent()) {
                answers.add(repeated(before.get(), instance));
            } else {
                Prediction prediction = score(champion, instance, receivedNanos, traceId);
                answers.add(prediction);
                fresh.add(prediction);
            }
        }
        return fresh.isEmpty() || stored(fresh, champion) ? Optional.of(answers) : Optional.empty();
    }

    private Prediction score(Champion champion, PredictRequest instance, long receivedNanos, String traceId) {
        double score = champion.model().score(instance.row());
        String label = champion.model().label(score);
        double latency = Math.rint((System.nanoTime() - receivedNanos) / 1e3) / 1e3;
        return new Prediction(
                instance.id().orElseGet(() -> UUID.randomUUID().toString()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                champion.version(),
                label,
                score,
                instance.row(),
                latency,
                traceId);
    }

    private boolean stored(List<Prediction> fresh, Champion champion) {
        Outcome outcome = writer.write(fresh).join().outcome();
        switch (outcome) {
            case LOGGED -> {
                for (Prediction prediction : fresh) {
                    champion.meters().recordPrediction(prediction.row(), prediction.score(), prediction.label());
                }
                observers.forEach(observer -> observer.predicted(fresh));
                return true;
            }
            case DUPLICATE -> {
                return false;
            }
            case BUSY -> throw unavailable("too many predictions wait for the prediction log");
            case FAILED -> throw unavailable("the prediction log cannot be written");
        }
        throw new IllegalStateException("unknown outcome " + outcome);
    }

    private static Prediction repeated(Prediction before, PredictRequest instance) {
        if (before.row().equals(instance.row())) {
            return before;
        }
        throw new Invalid(
                409,
                "Id in use",
                "the id '" + before.id() + "' was used for other features; give each prediction its own id",
                List.of());
    }

    private static void requireDistinctIds(List<PredictRequest> instances) {
        Set<String> seen = new HashSet<>();
        for (PredictRequest instance : instances) {
            if (instance.id().isPresent() && !seen.add(instance.id().get())) {
                throw new Invalid(
                        409,
                        "Id in use",
                        "the id '" + instance.id().get() + "' stands twice in this batch; give each its own",
                        List.of());
            }
        }
    }

    private static Invalid unavailable(String why) {
        return new Invalid(503, "Service unavailable", why + "; try again in a second", List.of());
    }
}
