package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.approval.BatchId;
import vn.lienthong.gateway.approval.ItemOutcome;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.SigningBatch;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.digest.Sha256;

/** Batches in PostgreSQL. */
public final class PostgresSigningBatches implements SigningBatches {

    /** By its own lease one knows that nobody else has taken it meanwhile. */
    private static final String MINE = "id = :id and lease_until = :lease and finished_at is null";

    private final Jdbi jdbi;

    public PostgresSigningBatches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean add(SigningBatch batch) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("insert into signing_batch (id, officer, confirmed_at, finished_at)"
                            + " values (:id, :officer, :at, :finished)")
                    .bind("id", batch.id().value())
                    .bind("officer", batch.officer())
                    .bind("at", batch.confirmedAt())
                    .bind("finished", batch.finishedAt().orElse(null))
                    .execute();
            // By request, so that two batches with the same documents wait for one another and not each for the other.
            List<Integer> places = IntStream.range(0, batch.items().size())
                    .boxed()
                    .sorted(Comparator.comparing(
                            place -> batch.items().get(place).request().value()))
                    .toList();
            for (int place : places) {
                if (!add(handle, batch.id(), place, batch.items().get(place))) {
                    handle.execute(
                            "delete from signing_batch where id = ?", batch.id().value());
                    return false;
                }
            }
            return true;
        });
    }

    private static boolean add(Handle handle, BatchId batch, int place, SigningBatch.Item item) {
        return handle.createUpdate(
                                """
                                insert into signing_batch_item (batch, place, request, digest, outcome)
                                 values (:batch, :place, :request, :digest, :outcome)
                                on conflict (request) where outcome = 'WAITING' do nothing
                                """)
                        .bind("batch", batch.value())
                        .bind("place", place)
                        .bind("request", item.request().value())
                        .bind("digest", item.digest().hex())
                        .bind("outcome", item.outcome())
                        .execute()
                == 1;
    }

    @Override
    public Optional<BatchId> waiting(RequestId request) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select batch from signing_batch_item where request = :request and outcome = 'WAITING'")
                .bind("request", request.value())
                .map((row, context) -> new BatchId(Columns.uuid(row, "batch")))
                .findOne());
    }

    @Override
    public Optional<SigningBatch> find(BatchId id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<SigningBatch> find(Handle handle, BatchId id) {
        return handle.createQuery("select * from signing_batch where id = :id")
                .bind("id", id.value())
                .map((row, context) -> batch(handle, row))
                .findOne();
    }

    @Override
    public List<SigningBatch> of(String officer, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from signing_batch where officer = :officer order by confirmed_at desc, id limit :limit
                        """)
                .bind("officer", officer)
                .bind("limit", limit)
                .map((row, context) -> batch(handle, row))
                .list());
    }

    @Override
    public Optional<SigningBatch> take(Instant now, Instant until) {
        return jdbi.inTransaction(handle -> handle.createQuery(
                        """
                        update signing_batch set lease_until = :until, turn_at = :now, begun_at = coalesce(begun_at, :now)
                        where id = (
                          select id from signing_batch where finished_at is null and (lease_until is null or lease_until <= :now)
                          order by coalesce(turn_at, confirmed_at), id limit 1 for update skip locked)
                        returning *
                        """)
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> batch(handle, row))
                .findOne());
    }

    @Override
    public boolean extend(SigningBatch taken, Instant until, List<RequestId> begun) {
        return jdbi.inTransaction(handle -> {
            boolean mine = handle.createUpdate("update signing_batch set lease_until = :until where " + MINE)
                            .bind("id", taken.id().value())
                            .bind("lease", taken.leaseUntil().orElse(null))
                            .bind("until", until)
                            .execute()
                    == 1;
            if (mine) {
                handle.createUpdate(
                                """
                                update signing_batch_item set attempts = attempts + 1
                                where batch = :batch and request = any(cast(:begun as uuid[]))
                                """)
                        .bind("batch", taken.id().value())
                        .bind(
                                "begun",
                                begun.stream().map(RequestId::toString).collect(Collectors.joining(",", "{", "}")))
                        .execute();
            }
            return mine;
        });
    }

    @Override
    public void note(SigningBatch taken, RequestId request, ItemOutcome outcome, String detail, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update signing_batch_item set outcome = :outcome, detail = :detail, at = :at
                        where batch = :id and request = :request and outcome = 'WAITING'
                          and exists (select from signing_batch where %s)
                        """
                                .formatted(MINE))
                .bind("id", taken.id().value())
                .bind("lease", taken.leaseUntil().orElse(null))
                .bind("request", request.value())
                .bind("outcome", outcome)
                .bind("detail", detail)
                .bind("at", at)
                .execute());
    }

    @Override
    public void signed(BatchId id, RequestId request, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update signing_batch_item set outcome = 'SIGNED', detail = '', at = :at
                        where batch = :batch and request = :request and outcome <> 'SIGNED'
                        """)
                .bind("batch", id.value())
                .bind("request", request.value())
                .bind("at", at)
                .execute());
    }

    @Override
    public void giveBack(SigningBatch taken, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update signing_batch set lease_until = null, turn_at = :at, finished_at = case when exists (
                          select from signing_batch_item where batch = :id and outcome = 'WAITING') then null else cast(:at as timestamptz) end
                        where %s
                        """
                                .formatted(MINE))
                .bind("id", taken.id().value())
                .bind("lease", taken.leaseUntil().orElse(null))
                .bind("at", at)
                .execute());
    }

    private static SigningBatch batch(Handle handle, ResultSet row) throws SQLException {
        BatchId id = new BatchId(Columns.uuid(row, "id"));
        return new SigningBatch(
                id,
                row.getString("officer"),
                Columns.instant(row, "confirmed_at"),
                Columns.optionalInstant(row, "begun_at"),
                Columns.optionalInstant(row, "lease_until"),
                Columns.optionalInstant(row, "finished_at"),
                handle.createQuery("select * from signing_batch_item where batch = :batch order by place")
                        .bind("batch", id.value())
                        .map((item, context) -> new SigningBatch.Item(
                                new RequestId(Columns.uuid(item, "request")),
                                new Sha256(item.getString("digest")),
                                ItemOutcome.valueOf(item.getString("outcome")),
                                item.getString("detail"),
                                item.getInt("attempts")))
                        .list());
    }
}
