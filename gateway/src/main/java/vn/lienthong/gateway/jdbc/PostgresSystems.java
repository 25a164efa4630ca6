package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.CallerLimits;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;

/** Systems in PostgreSQL; their secrets pass through the {@link SecretBox} on the way in and out. */
public final class PostgresSystems implements Systems {

    private final Jdbi jdbi;
    private final SecretBox box;

    public PostgresSystems(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    @Override
    public Optional<ReceivingSystem> find(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from receiving_system where system_id = :id")
                .bind("id", systemId)
                .map((row, context) -> SystemRow.system(row))
                .findOne());
    }

    @Override
    public Optional<Credentials> credentials(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select s.*, m.agency, m.held_right, m.from_at, m.to_at
                        from receiving_system s left join mandate m on m.system_id = s.system_id
                        where s.system_id = :id and s.enabled order by m.id
                        """)
                .bind("id", systemId)
                .scanResultSet((rows, context) -> credentials(rows.get())));
    }

    private Optional<Credentials> credentials(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        ReceivingSystem system = SystemRow.system(rows);
        byte[] secret = box.open(rows.getBytes("secret"));
        CallerLimits limits = SystemRow.limits(rows);
        List<Mandate> mandates = new ArrayList<>();
        do {
            if (rows.getString("held_right") != null) {
                mandates.add(MandateRow.of(rows));
            }
        } while (rows.next());
        return Optional.of(new Credentials(system, secret, mandates, limits));
    }

    @Override
    public Optional<byte[]> secret(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select secret from receiving_system where system_id = :id and enabled")
                        .bind("id", systemId)
                        .mapTo(byte[].class)
                        .findOne())
                .map(box::open);
    }

    @Override
    public Optional<byte[]> previousSecret(String systemId, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                """
                                select previous_secret from receiving_system
                                where system_id = :id and enabled and previous_until > :at
                                """)
                        .bind("id", systemId)
                        .bind("at", at)
                        .mapTo(byte[].class)
                        .findOne())
                .map(box::open);
    }

    @Override
    public void renewSecret(String systemId, byte[] secret, Instant oldUntil) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update receiving_system set previous_secret = secret, previous_until = :until, secret = :secret
                        where system_id = :id
                        """)
                .bind("id", systemId)
                .bind("secret", box.seal(secret))
                .bind("until", oldUntil)
                .execute());
    }

    @Override
    public List<String> boundTo(Sha256 certificate) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select system_id from receiving_system where bound_certificate = :hex and enabled order by system_id")
                .bind("hex", certificate.hex())
                .mapTo(String.class)
                .list());
    }

    @Override
    public Optional<String> ofClient(String issuer, String client) {
        return IssuerClients.systemOf(jdbi, issuer, client);
    }

    @Override
    public List<String> clientsOf(String issuer, String systemId) {
        return IssuerClients.of(jdbi, issuer, systemId);
    }

    @Override
    public boolean bindClient(String issuer, String client, String systemId) {
        return IssuerClients.bind(jdbi, issuer, client, systemId);
    }

    @Override
    public boolean unbindClient(String issuer, String client, String systemId) {
        return IssuerClients.unbind(jdbi, issuer, client, systemId);
    }

    @Override
    public List<Mandate> mandates(String systemId) {
        return MandateRow.all(
                jdbi,
                """
                select agency, held_right, from_at, to_at, 1 as kind, id from mandate where system_id = :holder
                union all
                select agency, 'SEAL', from_at, to_at, 2, id from system_seal_mandate where system_id = :holder
                order by kind, id
                """,
                systemId);
    }

    @Override
    public void save(ReceivingSystem system, byte[] secret) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into receiving_system (system_id, name, kind, secret, timestamp_window_seconds, bound_addresses,
                          bound_certificate, push_to, push_by, enabled)
                        values (:id, :name, :kind, :secret, :window, string_to_array(:addresses, ','), :certificate, :pushTo,
                          :pushBy, :enabled)
                        on conflict (system_id) do update set name = excluded.name, kind = excluded.kind,
                          secret = excluded.secret, previous_secret = null, previous_until = null, timestamp_window_seconds = excluded.timestamp_window_seconds,
                          bound_addresses = excluded.bound_addresses, bound_certificate = excluded.bound_certificate,
                          push_to = excluded.push_to, push_by = excluded.push_by, enabled = excluded.enabled
                        """)
                .bind("id", system.systemId())
                .bind("name", system.name())
                .bind("kind", system.kind())
                .bind("secret", box.seal(secret))
                .bind("window", system.timestampWindow().toSeconds())
                .bind("addresses", String.join(",", system.boundAddresses()))
                .bind("certificate", system.boundCertificate())
                .bind("pushTo", system.pushTo().map(to -> to.address().toString()))
                .bind("pushBy", system.pushTo().map(PushTarget::form).orElse(PushForm.REST))
                .bind("enabled", system.enabled())
                .execute());
    }

    @Override
    public boolean grant(String systemId, Mandate mandate) {
        if (mandate.right() == Right.SEAL) {
            return MandateRow.write(
                    jdbi,
                    """
                    insert into system_seal_mandate (system_id, agency, from_at, to_at)
                    values (:holder, :agency, :from, :to)
                    on conflict (system_id, agency, from_at) do nothing
                    """,
                    systemId,
                    mandate);
        }
        return MandateRow.write(
                jdbi,
                """
                insert into mandate (system_id, agency, held_right, from_at, to_at)
                values (:holder, :agency, :right, :from, :to)
                on conflict (system_id, agency, held_right, from_at) do nothing
                """,
                systemId,
                mandate);
    }

    @Override
    public boolean end(String systemId, Mandate ended) {
        if (ended.right() == Right.SEAL) {
            return MandateRow.write(
                    jdbi,
                    """
                    update system_seal_mandate set to_at = :to
                    where system_id = :holder and agency = :agency and from_at = :from and (to_at is null or to_at > :to)
                    """,
                    systemId,
                    ended);
        }
        return MandateRow.write(
                jdbi,
                """
                update mandate set to_at = :to
                where system_id = :holder and agency = :agency and held_right = :right and from_at = :from
                  and (to_at is null or to_at > :to)
                """,
                systemId,
                ended);
    }

    @Override
    public CallerLimits limits(String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select calls_per_minute, max_packet_bytes from receiving_system where system_id = :id")
                .bind("id", systemId)
                .map((row, context) -> SystemRow.limits(row))
                .findOne()
                .orElse(CallerLimits.USUAL));
    }

    @Override
    public void limit(String systemId, CallerLimits limits) {
        int known = jdbi.withHandle(handle -> handle.createUpdate(
                        "update receiving_system set calls_per_minute = :calls, max_packet_bytes = :bytes where system_id = :id")
                .bind("id", systemId)
                .bind("calls", limits.callsPerMinute())
                .bind("bytes", limits.maxPacketBytes())
                .execute());
        if (known == 0) {
            throw new IllegalArgumentException("system: " + systemId + " (expected: a registered one)");
        }
    }

    @Override
    public Optional<ReceivingSystem> receiverFor(AgencyId agency, Instant at) {
        return holder(agency, Right.COLLECT, at);
    }

    @Override
    public Optional<ReceivingSystem> carrierFor(AgencyId superior, Instant at) {
        return holder(superior, Right.TRANSIT, at);
    }

    private Optional<ReceivingSystem> holder(AgencyId agency, Right right, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select s.* from receiving_system s join mandate m on m.system_id = s.system_id
                        where m.agency = :agency and m.held_right = :right and m.from_at <= :at
                          and (m.to_at is null or m.to_at > :at) and s.enabled
                        order by m.id limit 1
                        """)
                .bind("agency", agency.value())
                .bind("right", right)
                .bind("at", at)
                .map((row, context) -> SystemRow.system(row))
                .findOne());
    }

    @Override
    public boolean isClaimed(AgencyId agency, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (select 1 from mandate
                          where agency = :agency and from_at <= :at and (to_at is null or to_at > :at))
                        """)
                .bind("agency", agency.value())
                .bind("at", at)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<ReceivingSystem> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from receiving_system order by system_id")
                .map((row, context) -> SystemRow.system(row))
                .list());
    }

    @Override
    public void recordOutcome(String systemId, boolean reached, int threshold, Instant suspendUntil) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update receiving_system set
                          failures = case when :reached then 0 else failures + 1 end,
                          suspended_until = case when :reached then null
                            when failures + 1 >= :threshold then :until else suspended_until end
                        where system_id = :id and (not :reached or failures > 0 or suspended_until is not null)
                        """)
                .bind("id", systemId)
                .bind("reached", reached)
                .bind("threshold", threshold)
                .bind("until", suspendUntil)
                .execute());
    }
}
