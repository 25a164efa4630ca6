package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.gateway.lasting.LastingFiles;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.signature.form.FormKind;

/** Levels are compared as text: B, LT, LTA and T do not stand in their order, so what is pending is asked by name. */
public final class PostgresLastingFiles implements LastingFiles {

    private static final String PENDING = "array_position(array['B', 'T', 'LT', 'LTA'], level)"
            + " < array_position(array['B', 'T', 'LT', 'LTA'], goal)";

    /** Also what has got where it is to get, but cannot be renewed; and since when it waits. */
    private static final String WAITING =
            """
            select id, fault, reported, case when level = 'B' then signed_at
              when %s then coalesce(grown_at, signed_at) + cast(:seconds || ' seconds' as interval)
              else coalesce(failing_since, due) end as since
            from lasting_file where due is not null and (failures > 0 or %s)"""
                    .formatted(PENDING, PENDING);

    /** Sealed for a system: the subject is the digest of what it handed in, where others name a draft or a copy. */
    private static final String FOR_A_SYSTEM = "^[0-9a-f]{64}$";

    private final Jdbi jdbi;

    public PostgresLastingFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(LastingFile file) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into lasting_file (id, signed, versions, kind, agency, subject, name, signed_at, goal, waits, level,
                          bytes_digest, bytes_length, due)
                        values (:id, :signed, array[:signed], :kind, :agency, :subject, :name, :signedAt, :goal, :waits, :level,
                          :digest, :length, :due) on conflict do nothing
                        """)
                .bind("id", file.id())
                .bind("signed", file.signed().hex())
                .bind("kind", file.kind())
                .bind("agency", file.agency().value())
                .bind("subject", file.subject())
                .bind("name", file.name())
                .bind("signedAt", file.signedAt())
                .bind("goal", file.rule().goal())
                .bind("waits", file.rule().waits())
                .bind("level", file.level())
                .bind("digest", file.bytes().digest().hex())
                .bind("length", file.bytes().length())
                .bind("due", file.due().orElse(null))
                .execute());
    }

    @Override
    public List<LastingFile> takeDue(Instant now, Instant until, int limit) {
        return jdbi
                .inTransaction(handle -> handle.createQuery(
                                """
                                update lasting_file set due = :until where id in (
                                  select id from lasting_file where due <= :now
                                  order by level <> 'B', due, id limit :limit for update skip locked)
                                returning *
                                """)
                        .bind("now", now)
                        .bind("until", until)
                        .bind("limit", limit)
                        .map((row, context) -> file(row))
                        .list())
                .stream()
                .sorted(Comparator.comparing(LastingFile::signedAt).thenComparing(LastingFile::id))
                .toList();
    }

    @Override
    public boolean grow(LastingFile before, StoredBytes bytes, LastingLevel level, Optional<Instant> due, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update lasting_file set bytes_digest = :digest, bytes_length = :length, level = :level, due = :due,
                                  versions = versions || :digest, grown_at = :now, failures = 0, fault = '', reported = false,
                                  failing_since = null
                                where id = :id and bytes_digest = :before
                                """)
                        .bind("id", before.id())
                        .bind("before", before.bytes().digest().hex())
                        .bind("digest", bytes.digest().hex())
                        .bind("length", bytes.length())
                        .bind("level", level)
                        .bind("due", due.orElse(null))
                        .bind("now", now)
                        .execute()
                == 1);
    }

    @Override
    public void rest(LastingFile file, LastingLevel level, Optional<Instant> due) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update lasting_file set level = :level, due = :due, failures = 0, fault = '', reported = false,
                          failing_since = null
                        where id = :id and bytes_digest = :digest
                        """)
                .bind("id", file.id())
                .bind("digest", file.bytes().digest().hex())
                .bind("level", level)
                .bind("due", due.orElse(null))
                .execute());
    }

    @Override
    public void postpone(LastingFile file, Instant now, Instant due, String fault) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update lasting_file set due = :due, fault = :fault, failures = failures + 1,
                          failing_since = coalesce(failing_since, :now)
                        where id = :id and bytes_digest = :digest and due is not null
                        """)
                .bind("id", file.id())
                .bind("digest", file.bytes().digest().hex())
                .bind("now", now)
                .bind("due", due)
                .bind("fault", fault)
                .execute());
    }

    @Override
    public void await(LastingFile file, Instant due, String why) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update lasting_file set due = :due, fault = :why, failures = 0, failing_since = null
                        where id = :id and bytes_digest = :digest and due is not null
                        """)
                .bind("id", file.id())
                .bind("digest", file.bytes().digest().hex())
                .bind("due", due)
                .bind("why", why)
                .execute());
    }

    @Override
    public boolean hasten(LastingFile file, LastingLevel goal, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update lasting_file set goal = :goal, due = :now, failures = 0, failing_since = null where id = :id
                                """)
                        .bind("id", file.id())
                        .bind("goal", goal)
                        .bind("now", now)
                        .execute()
                == 1);
    }

    @Override
    public Optional<LastingFile> find(Sha256 digest) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from lasting_file where versions @> array[cast(:digest as text)]")
                .bind("digest", digest.hex())
                .map((row, context) -> file(row))
                .findFirst());
    }

    @Override
    public List<LastingFile> pending(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from lasting_file where due is not null and (failures > 0 or "
                                + PENDING + ") order by signed_at, id limit :limit")
                        .bind("limit", limit)
                        .map((row, context) -> file(row))
                        .list());
    }

    @Override
    public List<LastingFile> newest(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from lasting_file order by signed_at desc, id limit :limit")
                        .bind("limit", limit)
                        .map((row, context) -> file(row))
                        .list());
    }

    @Override
    public int dropUnused(Instant signedBefore) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        delete from lasting_file l where l.signed_at < :before and l.subject !~ :system
                          and not exists (select from draft_file f where f.bytes_digest = any (l.versions))
                          and not exists (select from stamped_file f where f.bytes_digest = any (l.versions))
                        """)
                .bind("before", signedBefore)
                .bind("system", FOR_A_SYSTEM)
                .execute());
    }

    @Override
    public Backlog backlog(Duration grace, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "with waiting as (" + WAITING
                                + """
                        )
                        select count(*) as waiting, count(*) filter (where since < :before) as late,
                          count(*) filter (where since < :before and not reported) as untold, min(since) as oldest,
                          coalesce((array_agg(fault order by since, id))[1], '') as fault
                        from waiting
                        """)
                .bind("seconds", Long.toString(grace.toSeconds()))
                .bind("before", before)
                .map((row, context) -> new Backlog(
                        row.getLong("waiting"),
                        row.getLong("late"),
                        row.getLong("untold"),
                        Columns.optionalInstant(row, "oldest"),
                        row.getString("fault")))
                .one());
    }

    @Override
    public void report(Duration grace, Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "with waiting as (" + WAITING
                                + """
                        )
                        update lasting_file set reported = true where id in (select id from waiting where since < :before)
                        """)
                .bind("seconds", Long.toString(grace.toSeconds()))
                .bind("before", before)
                .execute());
    }

    private static LastingFile file(ResultSet row) throws SQLException {
        return new LastingFile(
                Columns.uuid(row, "id"),
                new Sha256(row.getString("signed")),
                FormKind.valueOf(row.getString("kind")),
                new AgencyId(Columns.uuid(row, "agency")),
                row.getString("subject"),
                row.getString("name"),
                Columns.instant(row, "signed_at"),
                new LastingRule(LastingLevel.valueOf(row.getString("goal")), row.getBoolean("waits")),
                LastingLevel.valueOf(row.getString("level")),
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                Columns.optionalInstant(row, "due"),
                row.getInt("failures"),
                row.getString("fault"));
    }
}
