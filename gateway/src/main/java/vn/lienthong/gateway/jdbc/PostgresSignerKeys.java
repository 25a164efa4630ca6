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
import vn.lienthong.gateway.approval.SignerId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.digest.Sha256;

/** Keys of officers in PostgreSQL. */
public final class PostgresSignerKeys implements SignerKeys {

    private final Jdbi jdbi;
    private final SecretBox box;
    private final KeyTable table;

    public PostgresSignerKeys(Jdbi jdbi, SecretBox box) {
        this.jdbi = jdbi;
        this.box = box;
        this.table = new KeyTable(jdbi, box, "signer_key");
    }

    @Override
    public boolean add(SignerKey key, Extras extras) {
        byte @Nullable [] boxed = extras.secret().map(box::seal).orElse(null);
        return jdbi.inTransaction(handle -> {
            // Two who add at the same time add one after the other.
            handle.execute("lock table signer_key in share row exclusive mode");
            boolean followed = handle.createQuery(
                            """
                            select exists (select from signer_key where username = :username and from_at >= :from
                              and (to_at is null or to_at > from_at))
                            """)
                    .bind("username", key.username())
                    .bind("from", key.from())
                    .mapTo(Boolean.class)
                    .one();
            if (followed) {
                return false;
            }
            handle.createUpdate(
                            """
                            update signer_key set to_at = :from
                            where username = :username and (to_at is null or to_at > :from)
                            """)
                    .bind("username", key.username())
                    .bind("from", key.from())
                    .execute();
            insert(handle, key, boxed, extras.picture().orElse(null));
            return true;
        });
    }

    private static void insert(Handle handle, SignerKey key, byte @Nullable [] secret, byte @Nullable [] picture) {
        KeyTable.bind(
                        handle.createUpdate(
                                """
                                insert into signer_key (id, username, from_at, to_at, kind, path, slot, slot_index, label,
                                  client, secret_file, secret, certificate, picture, added_by)
                                values (:id, :username, :from, :to, :kind, :path, :slot, :slotIndex, :label, :client,
                                  :secretFile, :secret, :certificate, :picture, :addedBy)
                                """),
                        key.place())
                .bind("id", key.id().value())
                .bind("username", key.username())
                .bind("from", key.from())
                .bind("to", key.to().orElse(null))
                .bind("secretFile", key.secretFile().orElse(null))
                .bind("secret", secret)
                .bind("certificate", key.certificate().base64())
                .bind("picture", picture)
                .bind("addedBy", key.addedBy())
                .execute();
    }

    @Override
    public Optional<SignerKey> of(String username, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select * from signer_key where username = :username and from_at <= :at
                          and (to_at is null or to_at > :at)
                        order by from_at desc limit 1
                        """)
                .bind("username", username)
                .bind("at", at)
                .map((row, context) -> key(row))
                .findOne());
    }

    @Override
    public List<SignerKey> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from signer_key order by username, from_at desc, id")
                        .map((row, context) -> key(row))
                        .list());
    }

    @Override
    public Optional<SignerKey> find(SignerId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from signer_key where id = :id")
                .bind("id", id.value())
                .map((row, context) -> key(row))
                .findOne());
    }

    @Override
    public Optional<byte[]> secret(SignerId id) {
        return table.secret(id.value());
    }

    @Override
    public Optional<byte[]> picture(SignerId id) {
        return table.picture(id.value());
    }

    @Override
    public Optional<Sha256> refused(SignerId id) {
        return table.refused(id.value());
    }

    @Override
    public void refuse(SignerId id, Sha256 secret, Instant at) {
        table.refuse(id.value(), secret, at);
    }

    @Override
    public void letTry(SignerId id) {
        table.letTry(id.value());
    }

    @Override
    public boolean end(SignerId id, Instant at) {
        return table.end(id.value(), at);
    }

    private static SignerKey key(ResultSet row) throws SQLException {
        return new SignerKey(
                new SignerId(Columns.uuid(row, "id")),
                row.getString("username"),
                Columns.instant(row, "from_at"),
                Columns.optionalInstant(row, "to_at"),
                KeyTable.place(row),
                Optional.ofNullable(row.getString("secret_file")),
                KeyTable.certificate(row),
                row.getString("added_by"));
    }
}
