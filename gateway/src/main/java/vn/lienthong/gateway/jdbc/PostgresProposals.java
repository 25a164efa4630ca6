package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.gateway.access.ProposedAct;

/** Proposals in PostgreSQL. */
public final class PostgresProposals implements Proposals {

    private static final String WAITS = "decided_at is null and expires_at > :now";

    private final Jdbi jdbi;

    public PostgresProposals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long add(Proposal proposal) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        insert into proposal (kind, content, digest, summary, proposed_by, reason, at, expires_at)
                        values (:kind, :content, :digest, :summary, :proposedBy, :reason, :at, :expiresAt)
                        """)
                .bind("kind", proposal.act().kind())
                .bind("content", proposal.act().content())
                .bind("digest", proposal.act().digest().hex())
                .bind("summary", proposal.summary())
                .bind("proposedBy", proposal.proposedBy())
                .bind("reason", proposal.reason())
                .bind("at", proposal.at())
                .bind("expiresAt", proposal.expiresAt())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public Optional<Proposal> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from proposal where id = :id")
                .bind("id", id)
                .map((row, context) -> proposal(row))
                .findOne());
    }

    @Override
    public List<Proposal> waiting(Instant now, int limit) {
        return listed(WAITS + " order by id", now, limit);
    }

    @Override
    public List<Proposal> past(Instant now, int limit) {
        return listed("not (" + WAITS + ") order by id desc", now, limit);
    }

    private List<Proposal> listed(String which, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from proposal where " + which + " limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> proposal(row))
                .list());
    }

    @Override
    public int countWaiting(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from proposal where " + WAITS)
                .bind("now", now)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public boolean decide(long id, Proposal.Decision decision, AccessEvent event) {
        return jdbi.inTransaction(handle -> {
            boolean decided = handle.createUpdate(
                                    """
                                    update proposal set decided_at = :now, decided_by = :actor, decision = :decision,
                                      decision_reason = :reason where id = :id and
                                    """
                                            + WAITS)
                            .bind("id", id)
                            .bind("now", decision.at())
                            .bind("actor", decision.actor())
                            .bind("decision", decision.confirmed() ? "CONFIRMED" : "DECLINED")
                            .bind("reason", decision.reason())
                            .execute()
                    == 1;
            if (decided) {
                PostgresAccessEvents.insert(handle, event);
            }
            return decided;
        });
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        ProposedAct.Kind kind = ProposedAct.Kind.valueOf(row.getString("kind"));
        Optional<Instant> decidedAt = Columns.optionalInstant(row, "decided_at");
        Optional<Proposal.Decision> decision = decidedAt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proposal.Decision(
                        decidedAt.get(),
                        row.getString("decided_by"),
                        row.getString("decision").equals("CONFIRMED"),
                        row.getString("decision_reason")));
        return new Proposal(
                row.getLong("id"),
                ProposedAct.read(kind, row.getString("content")),
                row.getString("summary"),
                row.getString("proposed_by"),
                row.getString("reason"),
                Columns.instant(row, "at"),
                Columns.instant(row, "expires_at"),
                decision);
    }
}
