package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.SealId;

/** Seals of agencies in PostgreSQL. */
public final class PostgresAgencySeals implements AgencySeals {

    private final Jdbi jdbi;
    private final SecretBox box;
    private final KeyTable table;

    public PostgresAgencySeals(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
        this.table = new KeyTable(jdbi, box, "agency_seal");
    }

    @Override
    public boolean add(AgencySeal seal, Extras extras) {
        byte @Nullable [] boxed = extras.secret().map(box::seal).orElse(null);
        return jdbi.inTransaction(handle -> {
            // Two who add at the same time add one after the other.
            handle.execute("lock table agency_seal in share row exclusive mode");
            if (isFollowed(handle, seal)) {
                return false;
            }
            handle.createUpdate(
                            """
                            update agency_seal set to_at = :from
                            where agency = :agency and (to_at is null or to_at > :from)
                            """)
                    .bind("agency", seal.agency().value())
                    .bind("from", seal.from())
                    .execute();
            insert(handle, seal, boxed, extras.picture().orElse(null));
            return true;
        });
    }

    private static boolean isFollowed(Handle handle, AgencySeal seal) {
        return handle.createQuery(
                        """
                        select exists (select from agency_seal where agency = :agency and from_at >= :from
                          and (to_at is null or to_at > from_at))
                        """)
                .bind("agency", seal.agency().value())
                .bind("from", seal.from())
                .mapTo(Boolean.class)
                .one();
    }

    private static void insert(Handle handle, AgencySeal seal, byte @Nullable [] secret, byte @Nullable [] picture) {
        KeyTable.bind(
                        handle.createUpdate(
                                """
                                insert into agency_seal (id, agency, from_at, to_at, kind, path, slot, slot_index, label,
                                  client, secret_file, secret, certificate, picture, added_by)
                                values (:id, :agency, :from, :to, :kind, :path, :slot, :slotIndex, :label, :client, :secretFile,
                                  :secret, :certificate, :picture, :addedBy)
                                """),
                        seal.place())
                .bind("id", seal.id().value())
                .bind("agency", seal.agency().value())
                .bind("from", seal.from())
                .bind("to", seal.to().orElse(null))
                .bind("secretFile", seal.secretFile().orElse(null))
                .bind("secret", secret)
                .bind("certificate", seal.certificate().base64())
                .bind("picture", picture)
                .bind("addedBy", seal.addedBy())
                .execute();
    }

    @Override
    public Optional<AgencySeal> of(AgencyId agency, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from agency_seal where agency = :agency and from_at <= :at and (to_at is null or to_at > :at)
                        order by from_at desc limit 1
                        """)
                .bind("agency", agency.value())
                .bind("at", at)
                .map((row, context) -> seal(row))
                .findOne());
    }

    @Override
    public List<AgencySeal> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from agency_seal order by agency, from_at desc, id")
                        .map((row, context) -> seal(row))
                        .list());
    }

    @Override
    public Optional<AgencySeal> find(SealId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from agency_seal where id = :id")
                .bind("id", id.value())
                .map((row, context) -> seal(row))
                .findOne());
    }

    @Override
    public Optional<byte[]> secret(SealId id) {
        return table.secret(id.value());
    }

    @Override
    public Optional<byte[]> picture(SealId id) {
        return table.picture(id.value());
    }

    @Override
    public Optional<Sha256> refused(SealId id) {
        return table.refused(id.value());
    }

    @Override
    public void refuse(SealId id, Sha256 secret, Instant at) {
        table.refuse(id.value(), secret, at);
    }

    @Override
    public void letTry(SealId id) {
        table.letTry(id.value());
    }

    @Override
    public boolean end(SealId id, Instant at) {
        return table.end(id.value(), at);
    }

    private static AgencySeal seal(ResultSet row) throws SQLException {
        return new AgencySeal(
                new SealId(Columns.uuid(row, "id")),
                new AgencyId(Columns.uuid(row, "agency")),
                Columns.instant(row, "from_at"),
                Columns.optionalInstant(row, "to_at"),
                KeyTable.place(row),
                Optional.ofNullable(row.getString("secret_file")),
                KeyTable.certificate(row),
                row.getString("added_by"));
    }
}
