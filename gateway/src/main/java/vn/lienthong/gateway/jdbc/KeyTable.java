package vn.lienthong.gateway.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.path.SealCertificate;

/** What tables of keys have in common: where a key lies, what opens it, and since when nobody has it any more. */
final class KeyTable {

    private final Jdbi jdbi;
    private final SecretBox box;
    private final String table;

    KeyTable(Jdbi jdbi, SecretBox box, String table) {
        this.jdbi = jdbi;
        this.box = box;
        this.table = table;
    }

    Optional<byte[]> secret(UUID id) {
        return bytes("secret", id).map(box::open);
    }

    Optional<byte[]> picture(UUID id) {
        return bytes("picture", id);
    }

    Optional<Sha256> refused(UUID id) {
        return bytes("refused", id)
                .map(box::open)
                .map(bytes -> new Sha256(new String(bytes, StandardCharsets.US_ASCII)));
    }

    void refuse(UUID id, Sha256 secret, Instant at) {
        byte[] boxed = box.seal(secret.hex().getBytes(StandardCharsets.US_ASCII));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update " + table + " set refused = :refused, refused_at = :at where id = :id")
                .bind("id", id)
                .bind("refused", boxed)
                .bind("at", at)
                .execute());
    }

    void letTry(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("update " + table
                        + " set refused = null, refused_at = null where id = :id and refused is not null")
                .bind("id", id)
                .execute());
    }

    boolean end(UUID id, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("update " + table + " set to_at = greatest(:at, from_at)"
                                + " where id = :id and (to_at is null or to_at > :at)")
                        .bind("id", id)
                        .bind("at", at)
                        .execute())
                == 1;
    }

    private Optional<byte[]> bytes(String column, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + column + " from " + table + " where id = :id and " + column + " is not null")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
    }

    static SealCertificate certificate(ResultSet row) throws SQLException {
        return SealCertificate.read(row.getString("certificate"))
                .orElseThrow(() -> new IllegalStateException("key: certificate (expected: as it was written)"));
    }

    static Update bind(Update update, KeyPlace place) {
        return switch (place) {
            case KeyPlace.Desk desk ->
                update.bind("kind", "DESK")
                        .bind("path", "")
                        .bind("slot", (Long) null)
                        .bind("slotIndex", (Integer) null)
                        .bind("label", (String) null)
                        .bind("client", (String) null);
            case KeyPlace.File file ->
                update.bind("kind", "PKCS12")
                        .bind("path", file.path())
                        .bind("slot", (Long) null)
                        .bind("slotIndex", (Integer) null)
                        .bind("label", (String) null)
                        .bind("client", (String) null);
            case KeyPlace.Remote remote ->
                update.bind("kind", "CSC")
                        .bind("path", remote.service())
                        .bind("slot", (Long) null)
                        .bind("slotIndex", (Integer) null)
                        .bind("label", remote.credential())
                        .bind("client", remote.client());
            case KeyPlace.Token token ->
                update.bind("kind", "PKCS11")
                        .bind("path", token.library())
                        .bind("slot", token.slot().orElse(null))
                        .bind("slotIndex", token.slotIndex().orElse(null))
                        .bind("label", token.label().orElse(null))
                        .bind("client", (String) null);
        };
    }

    static KeyPlace place(ResultSet row) throws SQLException {
        String path = row.getString("path");
        return switch (row.getString("kind")) {
            case "DESK" -> new KeyPlace.Desk();
            case "PKCS12" -> new KeyPlace.File(path);
            case "CSC" -> new KeyPlace.Remote(path, row.getString("label"), row.getString("client"));
            default ->
                new KeyPlace.Token(
                        path,
                        Optional.ofNullable(row.getObject("slot", Long.class)),
                        Optional.ofNullable(row.getObject("slot_index", Integer.class)),
                        Optional.ofNullable(row.getString("label")));
        };
    }
}
