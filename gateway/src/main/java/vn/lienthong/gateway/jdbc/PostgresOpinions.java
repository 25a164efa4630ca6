package vn.lienthong.gateway.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.opinion.OpinionOutcome;
import vn.lienthong.gateway.dossier.opinion.Opinions;

final class PostgresOpinions implements Opinions {

    private final Handle handle;

    PostgresOpinions(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void await(DossierId dossier, Instant due) {
        handle.createUpdate(
                        "insert into second_opinion (dossier_id, due_at) values (:dossier, :due) on conflict do nothing")
                .bind("dossier", dossier.value())
                .bind("due", due)
                .execute();
    }

    @Override
    public void awaitAnew(DossierId dossier, Instant due) {
        handle.createUpdate(
                        """
                        insert into second_opinion (dossier_id, due_at) values (:dossier, :due)
                        on conflict (dossier_id) do update
                        set outcome = null, said_at = null, detail = '[]', begun = 0, due_at = excluded.due_at
                        where second_opinion.outcome <> :disagreed
                        """)
                .bind("dossier", dossier.value())
                .bind("due", due)
                .bind("disagreed", OpinionOutcome.DISAGREED)
                .execute();
    }

    @Override
    public List<Waiting> take(Instant now, Duration lease, int limit) {
        return handle.createQuery(
                        """
                        with due as (
                          select dossier_id from second_opinion where outcome is null and due_at <= :now
                          order by due_at limit :limit for update skip locked)
                        update second_opinion set begun = begun + 1,
                          due_at = cast(:now as timestamptz) + make_interval(secs => :lease * power(2, least(begun, 20)))
                        from due where second_opinion.dossier_id = due.dossier_id
                        returning second_opinion.dossier_id, second_opinion.begun
                        """)
                .bind("now", now)
                .bind("lease", lease.toSeconds())
                .bind("limit", limit)
                .map((row, context) ->
                        new Waiting(new DossierId(Columns.uuid(row, "dossier_id")), row.getInt("begun") - 1))
                .list();
    }

    @Override
    public void postpone(DossierId dossier, Instant due) {
        waitOn(dossier, due, "begun - 1");
    }

    @Override
    public void again(DossierId dossier, Instant due) {
        waitOn(dossier, due, "begun");
    }

    private void waitOn(DossierId dossier, Instant due, String begun) {
        handle.createUpdate("update second_opinion set due_at = :due, begun = greatest(" + begun
                        + ", 0) where dossier_id = :dossier and outcome is null")
                .bind("due", due)
                .bind("dossier", dossier.value())
                .execute();
    }

    @Override
    public boolean close(DossierId dossier, OpinionOutcome outcome, Instant at, String detailJson) {
        return handle.createUpdate(
                                """
                                update second_opinion set outcome = :outcome, said_at = :at, detail = :detail
                                where dossier_id = :dossier and outcome is null
                                """)
                        .bind("outcome", outcome)
                        .bind("at", at)
                        .bind("detail", detailJson)
                        .bind("dossier", dossier.value())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Kept> find(DossierId dossier) {
        return handle.createQuery("select outcome, said_at, detail from second_opinion where dossier_id = :dossier")
                .bind("dossier", dossier.value())
                .map((row, context) -> new Kept(
                        outcome(row.getString("outcome")),
                        Columns.optionalInstant(row, "said_at"),
                        row.getString("detail")))
                .findOne();
    }

    @Override
    public int waiting() {
        return handle.createQuery("select count(*) from second_opinion where outcome is null")
                .mapTo(Integer.class)
                .one();
    }

    /** What a newer program wrote is no opinion to this one. */
    private static Optional<OpinionOutcome> outcome(@Nullable String name) {
        return Optional.ofNullable(name).map(known -> Arrays.stream(OpinionOutcome.values())
                .filter(one -> one.name().equals(known))
                .findFirst()
                .orElse(OpinionOutcome.NONE));
    }
}
