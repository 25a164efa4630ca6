package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.SealId;
import vn.lienthong.gateway.signature.path.SealCertificate;

/** Seals of agencies in PostgreSQL. */
public final class PostgresAgencySeals implements AgencySeals {

    private final Jdbi jdbi;
    private final SecretBox box;

    public PostgresAgencySeals(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
    }

    @Override
    public boolean add(AgencySeal seal, Extras extras) {
        @Nullable byte[] boxed = extras.secret().map(box::seal).orElse(null);
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
        place(
                        handle.createUpdate(
                                """
                                insert into agency_seal (id, agency, from_at, to_at, kind, path, slot, slot_index, label,
                                  secret_file, secret, certificate, picture, added_by)
                                values (:id, :agency, :from, :to, :kind, :path, :slot, :slotIndex, :label, :secretFile,
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

    private static Update place(Update update, KeyPlace place) {
        return switch (place) {
            case KeyPlace.File file ->
                update.bind("kind", "PKCS12")
                        .bind("path", file.path())
                        .bind("slot", (Long) null)
                        .bind("slotIndex", (Integer) null)
                        .bind("label", (String) null);
            case KeyPlace.Token token ->
                update.bind("kind", "PKCS11")
                        .bind("path", token.library())
                        .bind("slot", token.slot().orElse(null))
                        .bind("slotIndex", token.slotIndex().orElse(null))
                        .bind("label", token.label().orElse(null));
        };
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
        return bytes("secret", id).map(box::open);
    }

    @Override
    public Optional<byte[]> picture(SealId id) {
        return bytes("picture", id);
    }

    private Optional<byte[]> bytes(String column, SealId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + column + " from agency_seal where id = :id and " + column + " is not null")
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne());
    }

    @Override
    public boolean end(SealId id, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update agency_seal set to_at = greatest(:at, from_at)
                                where id = :id and (to_at is null or to_at > :at)
                                """)
                        .bind("id", id.value())
                        .bind("at", at)
                        .execute())
                == 1;
    }

    private static AgencySeal seal(ResultSet row) throws SQLException {
        return new AgencySeal(
                new SealId(Columns.uuid(row, "id")),
                new AgencyId(Columns.uuid(row, "agency")),
                Columns.instant(row, "from_at"),
                Columns.optionalInstant(row, "to_at"),
                place(row),
                Optional.ofNullable(row.getString("secret_file")),
                SealCertificate.read(row.getString("certificate"))
                        .orElseThrow(
                                () -> new IllegalStateException("seal: certificate (expected: as it was written)")),
                row.getString("added_by"));
    }

    private static KeyPlace place(ResultSet row) throws SQLException {
        String path = row.getString("path");
        if (row.getString("kind").equals("PKCS12")) {
            return new KeyPlace.File(path);
        }
        return new KeyPlace.Token(
                path,
                Optional.ofNullable(row.getObject("slot", Long.class)),
                Optional.ofNullable(row.getObject("slot_index", Integer.class)),
                Optional.ofNullable(row.getString("label")));
    }
}
