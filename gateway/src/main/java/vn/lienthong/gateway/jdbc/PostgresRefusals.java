package vn.lienthong.gateway.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.finding.FindingsJson;

public final class PostgresRefusals implements Refusals {

    private final Jdbi jdbi;

    public PostgresRefusals(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Refusal refusal) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into refusal (at, channel, system_id, remote, document_id, bytes_digest, findings)
                        values (:at, :channel, :systemId, :remote, :documentId, :bytes, :findings)
                        """)
                .bind("at", refusal.at())
                .bind("channel", refusal.channel())
                .bind("systemId", refusal.systemId())
                .bind("remote", refusal.remote())
                .bind("documentId", refusal.documentId())
                .bind("bytes", refusal.bytes().map(Sha256::hex).orElse(null))
                .bind("findings", FindingsJson.write(refusal.findings()))
                .execute());
    }

    @Override
    public int age(Instant before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        with gone as (
                          delete from refusal where id in (
                            select id from refusal where at < :before order by at, id limit :most for update skip locked)
                          returning (at at time zone 'UTC')::date as day, channel),
                        counted as (
                          insert into refusal_day as known (day, channel, refusals)
                          select day, channel, count(*) from gone group by day, channel order by day, channel
                          on conflict (day, channel) do update set refusals = known.refusals + excluded.refusals)
                        select count(*) from gone
                        """)
                .bind("before", before)
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public List<Aged> aged(int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from refusal_day order by day desc, channel limit :limit")
                        .bind("limit", limit)
                        .map((row, context) -> new Aged(
                                row.getObject("day", LocalDate.class),
                                Channel.valueOf(row.getString("channel")),
                                row.getLong("refusals")))
                        .list());
    }

    @Override
    public List<Counted> counted(LocalDate from, LocalDate to, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select day, channel, true as named, system_id, remote, count(*) as refusals from (
                          select (at at time zone 'UTC')::date as day, channel, system_id, remote from refusal
                          where at >= cast(:from as date) at time zone 'UTC' and at < cast(:to as date) at time zone 'UTC'
                          order by at desc limit :most) as lines
                        group by day, channel, system_id, remote
                        union all
                        select day, channel, false, '', '', refusals from refusal_day where day >= :from and day < :to
                        order by day desc, channel, named desc, system_id, remote
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .map((row, context) -> new Counted(
                        row.getObject("day", LocalDate.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getBoolean("named")
                                ? Optional.of(new Claimed(row.getString("system_id"), row.getString("remote")))
                                : Optional.empty(),
                        row.getLong("refusals")))
                .list());
    }

    @Override
    public Optional<LocalDate> newestDay(LocalDate before) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select greatest(
                          (select max(day) from refusal_day where day < :before),
                          (select (max(at) at time zone 'UTC')::date from refusal
                           where at < cast(:before as date) at time zone 'UTC')) as day
                        """)
                .bind("before", before)
                .map((row, context) -> Optional.ofNullable(row.getObject("day", LocalDate.class)))
                .one());
    }

    @Override
    public List<Refusal> latest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from refusal order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> new Refusal(
                        Columns.instant(row, "at"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("system_id"),
                        row.getString("remote"),
                        row.getString("document_id"),
                        Optional.ofNullable(row.getString("bytes_digest")).map(Sha256::new),
                        FindingsJson.read(row.getString("findings"))))
                .list());
    }
}
