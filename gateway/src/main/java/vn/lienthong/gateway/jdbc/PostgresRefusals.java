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
