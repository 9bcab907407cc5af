package io.github.modelwarden.retraining.run;

import io.github.modelwarden.retraining.ValidationMetrics;
import io.github.modelwarden.retraining.gate.Verdict;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one open JDBC transaction. */
final class JdbcRecords implements RecordAccess {

    private static final String CHAMPION = "champion";
    private static final int MAX_TEXT = 2000;

    private final Sql sql;

    JdbcRecords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Instant now() {
        return sql.query(cells -> cells.instant("now_at"), "select current_timestamp as now_at")
                .get(0);
    }

    @Override
    public Optional<RetrainingRun> run(String id) {
        return first(sql.query(JdbcRecords::readRun, "select * from retraining_run where run_id = ? for update", id));
    }

    @Override
    public Optional<RetrainingRun> live(String model) {
        return first(
                sql.query(JdbcRecords::readRun, "select * from retraining_run where active_key = ? for update", model));
    }

    @Override
    public Optional<RetrainingRun> runByDedupeKey(String key) {
        return first(sql.query(JdbcRecords::readRun, "select * from retraining_run where dedupe_key = ?", key));
    }

    @Override
    public List<RetrainingRun> runs(String model, int limit) {
        return sql.query(
                JdbcRecords::readRun,
                "select * from retraining_run where model_id = ? order by created_at desc, fence desc, run_id desc"
                        + " fetch first " + limit + " rows only",
                model);
    }

    @Override
    public long highestFence(String model) {
        return sql.query(
                        cells -> cells.number("highest"),
                        "select coalesce(max(fence), 0) as highest from retraining_run where model_id = ?",
                        model)
                .get(0);
    }

    @Override
    public void insert(RetrainingRun run, String dedupeKey) {
        RetrainingRun.Plan plan = run.plan();
        sql.update(
                "insert into retraining_run (run_id, model_id, active_key, dedupe_key, state, fence, attempt, reason,"
                        + " evidence, window_from, window_to, needs_approval, champion_before, note, created_at,"
                        + " updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                plan.model(),
                plan.model(),
                dedupeKey,
                run.state().name(),
                run.fence(),
                run.attempt(),
                cut(plan.reason()),
                plan.evidence(),
                plan.from(),
                plan.to(),
                plan.needsApproval(),
                plan.championBefore(),
                cut(run.note()),
                plan.createdAt(),
                run.updatedAt());
    }

    @Override
    public boolean update(RetrainingRun run, RunState expectedState, long expectedFence) {
        RetrainingRun.Lease lease = run.lease();
        RetrainingRun.Result result = run.result();
        Verdict verdict = result.verdict();
        return sql.update(
                        "update retraining_run set active_key = ?, state = ?, fence = ?, attempt = ?, lease_owner = ?,"
                                + " lease_until = ?, split_at = ?, challenger = ?, verdict = ?, report = ?,"
                                + " approved_by = ?, note = ?, updated_at = ?"
                                + " where run_id = ? and state = ? and fence = ?",
                        run.state().isTerminal() ? null : run.model(),
                        run.state().name(),
                        run.fence(),
                        run.attempt(),
                        lease == null ? null : lease.owner(),
                        lease == null ? null : lease.until(),
                        result.splitAt(),
                        result.challenger(),
                        verdict == null ? null : verdict.name(),
                        result.report(),
                        result.approvedBy(),
                        cut(run.note()),
                        run.updatedAt(),
                        run.id(),
                        expectedState.name(),
                        expectedFence)
                == 1;
    }

    private static RetrainingRun readRun(Sql.Cells cells) throws SQLException {
        String owner = cells.textOrNull("lease_owner");
        Instant until = cells.instantOrNull("lease_until");
        String verdict = cells.textOrNull("verdict");
        return new RetrainingRun(
                cells.text("run_id"),
                new RetrainingRun.Plan(
                        cells.text("model_id"),
                        cells.text("reason"),
                        cells.text("evidence"),
                        cells.instant("window_from"),
                        cells.instant("window_to"),
                        cells.flag("needs_approval"),
                        cells.text("champion_before"),
                        cells.instant("created_at")),
                RunState.valueOf(cells.text("state")),
                cells.number("fence"),
                (int) cells.number("attempt"),
                owner == null || until == null ? null : new RetrainingRun.Lease(owner, until),
                new RetrainingRun.Result(
                        cells.instantOrNull("split_at"),
                        cells.textOrNull("challenger"),
                        verdict == null ? null : Verdict.valueOf(verdict),
                        cells.textOrNull("report"),
                        cells.textOrNull("approved_by")),
                cells.text("note"),
                cells.instant("updated_at"));
    }

    @Override
    public void append(RunEvent event) {
        RunState from = event.from();
        sql.update(
                "insert into retraining_event (run_id, seq, happened_at, actor, from_state, to_state, fence, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                event.runId(),
                event.sequence(),
                event.at(),
                event.actor(),
                from == null ? null : from.name(),
                event.to().name(),
                event.fence(),
                cut(event.detail()));
    }

    @Override
    public List<RunEvent> events(String runId) {
        return sql.query(
                cells -> {
                    String from = cells.textOrNull("from_state");
                    return new RunEvent(
                            cells.text("run_id"),
                            (int) cells.number("seq"),
                            cells.instant("happened_at"),
                            cells.text("actor"),
                            from == null ? null : RunState.valueOf(from),
                            RunState.valueOf(cells.text("to_state")),
                            cells.number("fence"),
                            cells.text("detail"));
                },
                "select * from retraining_event where run_id = ? order by seq",
                runId);
    }

    @Override
    public void append(LoggedDecision decision) {
        sql.update(
                "insert into policy_decision (model_id, decided_at, kind, reason, evidence, run_id)"
                        + " values (?, ?, ?, ?, ?, ?)",
                decision.model(),
                decision.at().truncatedTo(ChronoUnit.MILLIS),
                decision.kind(),
                cut(decision.reason()),
                decision.evidence(),
                decision.runId());
    }

    @Override
    public List<LoggedDecision> decisions(String model, int limit) {
        return sql.query(
                cells -> new LoggedDecision(
                        cells.text("model_id"),
                        cells.instant("decided_at"),
                        cells.text("kind"),
                        cells.text("reason"),
                        cells.text("evidence"),
                        cells.textOrNull("run_id")),
                "select * from policy_decision where model_id = ? order by id desc fetch first " + limit + " rows only",
                model);
    }

    @Override
    public void insert(ModelVersion version) {
        ModelVersion.Facts facts = version.facts();
        sql.update(
                "insert into model_version (model_id, version, trained_at, framework, run_id, artifact, sha256,"
                        + " baseline_id, validation) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                version.model(),
                Integer.parseInt(version.version()),
                facts.trainedAt(),
                facts.framework(),
                facts.runId(),
                facts.artifact(),
                facts.sha256(),
                facts.baselineId(),
                facts.validation().toText());
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return sql.query(
                cells -> new ModelVersion(
                        cells.text("model_id"),
                        cells.text("version"),
                        new ModelVersion.Facts(
                                cells.instant("trained_at"),
                                cells.text("framework"),
                                cells.text("run_id"),
                                cells.text("artifact"),
                                cells.text("sha256"),
                                cells.text("baseline_id"),
                                ValidationMetrics.parse(cells.text("validation")))),
                "select * from model_version where model_id = ? order by version",
                model);
    }

    @Override
    public Optional<Champion> champion(String model) {
        return first(sql.query(
                cells -> new Champion(cells.text("version"), cells.number("fence")),
                "select version, fence from model_alias where model_id = ? and alias = ?",
                model,
                CHAMPION));
    }

    @Override
    public boolean switchChampion(String model, @Nullable String expected, String to, long fence) {
        int version = Integer.parseInt(to);
        if (expected == null) {
            return sql.update(
                            "insert into model_alias (model_id, alias, version, fence) values (?, ?, ?, ?)",
                            model,
                            CHAMPION,
                            version,
                            fence)
                    == 1;
        }
        return sql.update(
                        "update model_alias set version = ?, fence = ?"
                                + " where model_id = ? and alias = ? and version = ? and fence <= ?",
                        version,
                        fence,
                        model,
                        CHAMPION,
                        Integer.parseInt(expected),
                        fence)
                == 1;
    }

    @Override
    public void append(AliasChange change) {
        String from = change.from();
        sql.update(
                "insert into model_alias_history (model_id, alias, kind, from_version, to_version, changed_at, actor,"
                        + " run_id, fence, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                change.model(),
                CHAMPION,
                change.kind().word(),
                from == null ? null : Integer.valueOf(from),
                Integer.parseInt(change.to()),
                change.at(),
                change.actor(),
                change.runId(),
                change.fence(),
                cut(change.reason()));
    }

    @Override
    public List<AliasChange> championHistory(String model) {
        return sql.query(
                cells -> new AliasChange(
                        cells.text("model_id"),
                        AliasChange.Kind.valueOf(cells.text("kind").toUpperCase(Locale.ROOT)),
                        cells.textOrNull("from_version"),
                        cells.text("to_version"),
                        cells.instant("changed_at"),
                        cells.text("actor"),
                        cells.textOrNull("run_id"),
                        cells.number("fence"),
                        cells.text("reason")),
                "select * from model_alias_history where model_id = ? and alias = ? order by id",
                model,
                CHAMPION);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}
