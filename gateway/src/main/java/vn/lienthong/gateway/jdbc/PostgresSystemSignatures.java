package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.seal.SystemSignatures;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** What it became since lies in {@code lasting_file}, where {@link PostgresLastingFiles} takes it further. */
public final class PostgresSystemSignatures implements SystemSignatures {

    private final Jdbi jdbi;

    public PostgresSystemSignatures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(Made made) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into system_signature (bytes_digest, bytes_length, system_id, agency, form, name, signed_at, level)
                        values (:digest, :length, :system, :agency, :form, :name, :at, :level) on conflict (bytes_digest, system_id) do nothing
                        """)
                .bind("digest", made.bytes().digest().hex())
                .bind("length", made.bytes().length())
                .bind("system", made.systemId())
                .bind("agency", made.agency().value())
                .bind("form", made.form())
                .bind("name", made.name())
                .bind("at", made.signedAt())
                .bind("level", made.level())
                .execute());
    }

    @Override
    public Optional<Kept> find(Sha256 given, String systemId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select s.*, coalesce(l.grown_at, s.signed_at) as changed_at
                        from system_signature s left join lasting_file l on l.signed = s.bytes_digest
                        where s.system_id = :system and (s.bytes_digest = :given or s.bytes_digest in (
                          select signed from lasting_file where versions @> array[cast(:given as text)]))
                        """)
                .bind("system", systemId)
                .bind("given", given.hex())
                .map((row, context) -> new Kept(made(row), Columns.instant(row, "changed_at")))
                .findFirst());
    }

    @Override
    public int drop(Instant signedBefore) {
        return jdbi.inTransaction(handle -> {
            // By its subject what was signed for a system is told from what belongs to a draft or a copy.
            handle.createUpdate(
                            """
                            delete from lasting_file l where l.signed_at < :before and l.subject ~ '^[0-9a-f]{64}$'
                              and not exists (select from draft_file f where f.bytes_digest = any (l.versions))
                              and not exists (select from stamped_file f where f.bytes_digest = any (l.versions))
                              and not exists (select from system_signature s
                                where s.bytes_digest = l.signed and s.signed_at >= :before)
                            """)
                    .bind("before", signedBefore)
                    .execute();
            return handle.createUpdate("delete from system_signature where signed_at < :before")
                    .bind("before", signedBefore)
                    .execute();
        });
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                new StoredBytes(new Sha256(row.getString("bytes_digest")), row.getLong("bytes_length")),
                row.getString("system_id"),
                new AgencyId(Columns.uuid(row, "agency")),
                SignatureForm.valueOf(row.getString("form")),
                row.getString("name"),
                Columns.instant(row, "signed_at"),
                LastingLevel.valueOf(row.getString("level")));
    }
}
