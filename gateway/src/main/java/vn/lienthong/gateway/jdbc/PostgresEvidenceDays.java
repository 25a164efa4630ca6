package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.Timestamp;
import vn.lienthong.gateway.evidence.record.ArchiveHash;
import vn.lienthong.gateway.evidence.record.EvidenceDay;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.evidence.record.RenewedTree;

/** Days and their timestamps in PostgreSQL. */
public final class PostgresEvidenceDays implements EvidenceDays {

    private final Jdbi jdbi;

    public PostgresEvidenceDays(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public int close(LocalDate before, String zone, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        insert into evidence_day (day, leaves, closed_at, due)
                        select cast(received_at at time zone :zone as date) as day, array_agg(distinct bytes_digest), :now, :now
                        from received_copy
                        where received_at >= coalesce((select cast(max(day) + 1 as timestamp) at time zone :zone from evidence_day),
                            '-infinity')
                          and received_at < cast(:before as timestamp) at time zone :zone
                        group by 1 order by 1 limit :limit on conflict do nothing
                        """)
                .bind("zone", zone)
                .bind("before", before)
                .bind("now", now)
                .bind("limit", limit)
                .execute());
    }

    @Override
    public Optional<EvidenceDay> takeDue(Instant now, Instant until) {
        return jdbi.inTransaction(handle -> handle.createQuery(
                        """
                        update evidence_day set due = :until, held_until = :until where day in (
                          select day from evidence_day d where due <= :now
                          order by exists (select from evidence_day_token t where t.day = d.day), due, day
                          limit 1 for update skip locked)
                        returning *
                        """)
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> day(handle, row))
                .findOne());
    }

    @Override
    public boolean add(EvidenceDay day, ArchiveHash hash, Timestamp timestamp, Renewal renewal, Instant now) {
        return jdbi.inTransaction(handle -> {
            if (!isNext(handle, day, hash, timestamp)) {
                return false;
            }
            boolean added = handle.createUpdate(
                                    """
                                    insert into evidence_day_token
                                      (day, number, chain, hash, stamped_at, token, authority, kept_at)
                                    values (:day, :number, :chain, :hash, :at, :token, :authority, :now)
                                    on conflict do nothing
                                    """)
                            .bind("day", day.day())
                            .bind("number", day.stamps())
                            .bind("chain", day.renewals().size() + (hash == day.hash() ? 0 : 1))
                            .bind("hash", hash.name())
                            .bind("at", timestamp.at())
                            .bind("token", timestamp.token())
                            .bind("authority", timestamp.authority())
                            .bind("now", now)
                            .execute()
                    == 1;
            if (added) {
                handle.createUpdate(
                                """
                                update evidence_day set due = :due, reviewed = array[cast(:terms as text)], held_until = '-infinity', failures = 0,
                                  fault = '', failing_since = null
                                where day = :day
                                """)
                        .bind("day", day.day())
                        .bind("due", renewal.due())
                        .bind("terms", renewal.terms())
                        .execute();
            }
            return added;
        });
    }

    private static boolean isNext(Handle handle, EvidenceDay day, ArchiveHash hash, Timestamp timestamp) {
        return handle.createQuery("select * from evidence_day where day = :day for update")
                .bind("day", day.day())
                .map((row, context) -> day(handle, row))
                .findOne()
                .filter(now -> now.stamps() == day.stamps()
                        && now.isNext(hash, digests(handle, day.day(), hash.name()), timestamp.token()))
                .isPresent();
    }

    @Override
    public void postpone(EvidenceDay day, Instant now, Instant due, String fault) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update evidence_day set due = :due, held_until = '-infinity', fault = :fault, failures = failures + 1,
                          failing_since = coalesce(failing_since, :now)
                        where day = :day
                        """)
                .bind("day", day.day())
                .bind("now", now)
                .bind("due", due)
                .bind("fault", fault)
                .execute());
    }

    @Override
    public Late late(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select count(*) as days, min(day) as first, coalesce((array_agg(fault order by day))[1], '') as fault
                        from evidence_day d where failing_since < :before or due < :before or (closed_at < :before
                          and not exists (select from evidence_day_token t where t.day = d.day))
                        """)
                .bind("before", before)
                .map((row, context) -> new Late(
                        row.getLong("days"),
                        Optional.ofNullable(row.getObject("first", LocalDate.class)),
                        row.getString("fault")))
                .one());
    }

    @Override
    public Optional<EvidenceDay> of(Sha256 file) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from evidence_day d where leaves @> array[cast(:file as text)]
                          and exists (select from evidence_day_token t where t.day = d.day)
                        order by day limit 1
                        """)
                .bind("file", file.hex())
                .map((row, context) -> day(handle, row))
                .findOne());
    }

    @Override
    public Map<Sha256, byte[]> digests(LocalDate day, ArchiveHash hash) {
        return jdbi.withHandle(handle -> digests(handle, day, hash.name()));
    }

    private static Map<Sha256, byte[]> digests(Handle handle, LocalDate day, String hash) {
        Map<Sha256, byte[]> digests = new LinkedHashMap<>();
        handle.createQuery("select file, digest from evidence_day_digest where day = :day and hash = :hash")
                .bind("day", day)
                .bind("hash", hash)
                .map((row, context) -> Map.entry(new Sha256(row.getString("file")), row.getBytes("digest")))
                .forEach(one -> digests.put(one.getKey(), one.getValue()));
        return digests;
    }

    @Override
    public void keep(LocalDate day, ArchiveHash hash, Map<Sha256, byte[]> digests) {
        if (digests.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            if (isStamped(handle, day, hash)) {
                return;
            }
            PreparedBatch batch = handle.prepareBatch(
                    """
                    insert into evidence_day_digest (day, hash, file, digest) values (:day, :hash, :file, :digest)
                    on conflict do nothing
                    """);
            digests.forEach((file, digest) -> batch.bind("day", day)
                    .bind("hash", hash.name())
                    .bind("file", file.hex())
                    .bind("digest", digest)
                    .add());
            batch.execute();
        });
    }

    /** A tree that has its timestamp never changes; who adds that waits for us, or we for him. */
    private static boolean isStamped(Handle handle, LocalDate day, ArchiveHash hash) {
        handle.createQuery("select day from evidence_day where day = :day for update")
                .bind("day", day)
                .mapTo(LocalDate.class)
                .one();
        return handle.createQuery(
                        """
                        select exists (select from evidence_day_token where day = :day and hash = :hash and chain > 0)
                        """)
                .bind("day", day)
                .bind("hash", hash.name())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void hold(EvidenceDay day, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update evidence_day set due = :until, held_until = :until where day = :day")
                .bind("day", day.day())
                .bind("until", until)
                .execute());
    }

    @Override
    public void resume(EvidenceDay day, Instant due) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update evidence_day set due = :due, held_until = '-infinity' where day = :day")
                .bind("day", day.day())
                .bind("due", due)
                .execute());
    }

    @Override
    public List<Standing> byOtherTerms(String terms, Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select distinct on (d.day) d.day, t.hash, t.token
                        from evidence_day d join evidence_day_token t on t.day = d.day
                        where not d.reviewed @> array[cast(:terms as text)] and d.held_until <= :now
                          and not exists (select from evidence_day_token young where young.day = d.day
                            and young.kept_at > cast(:now as timestamptz) - interval '1 day')
                        order by d.day, t.number desc limit :limit
                        """)
                .bind("now", now)
                .bind("terms", terms)
                .bind("limit", limit)
                .map((row, context) -> new Standing(
                        row.getObject("day", LocalDate.class),
                        ArchiveHash.valueOf(row.getString("hash")),
                        row.getBytes("token")))
                .list());
    }

    @Override
    public void reviewed(LocalDate day, Renewal renewal, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update evidence_day set reviewed = array_append(reviewed, cast(:terms as text)), due = least(due, :due)
                        where day = :day and held_until <= :now and not reviewed @> array[cast(:terms as text)]
                        """)
                .bind("now", now)
                .bind("day", day)
                .bind("due", renewal.due())
                .bind("terms", renewal.terms())
                .execute());
    }

    private record Token(int chain, ArchiveHash hash, byte[] token) {}

    private static EvidenceDay day(Handle handle, ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        String[] leaves = (String[]) row.getArray("leaves").getArray();
        SortedMap<Integer, List<Token>> chains = new TreeMap<>();
        handle.createQuery("select chain, hash, token from evidence_day_token where day = :day order by number")
                .bind("day", day)
                .map((token, context) -> new Token(
                        token.getInt("chain"), ArchiveHash.valueOf(token.getString("hash")), token.getBytes("token")))
                .forEach(token -> chains.computeIfAbsent(token.chain(), none -> new ArrayList<>())
                        .add(token));
        List<RenewedTree> renewals = chains.tailMap(1).values().stream()
                .map(chain -> tree(handle, day, chain))
                .toList();
        return new EvidenceDay(
                day,
                Arrays.stream(leaves).map(Sha256::new).toList(),
                tokens(chains.getOrDefault(0, List.of())),
                renewals,
                row.getInt("failures"));
    }

    private static RenewedTree tree(Handle handle, LocalDate day, List<Token> chain) {
        ArchiveHash hash = chain.getFirst().hash();
        return new RenewedTree(hash, digests(handle, day, hash.name()), tokens(chain));
    }

    private static List<byte[]> tokens(List<Token> chain) {
        return chain.stream().map(Token::token).toList();
    }
}
