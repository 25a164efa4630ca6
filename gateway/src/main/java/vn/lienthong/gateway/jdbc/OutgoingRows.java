package vn.lienthong.gateway.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.Outgoing;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.packet.TraceSplice;

/** The rows of the outgoing table. */
final class OutgoingRows {

    private OutgoingRows() {}

    static boolean add(Handle handle, DossierId dossier, Outgoing outgoing) {
        return handle.createUpdate(
                                """
                                insert into outgoing (dossier_id, received_digest, received_length, hop_code, hop_time, splice_offset,
                                  splice_text, digest, length)
                                values (:dossier, :received, :receivedLength, :code, :time, :offset, :text, :digest, :length)
                                on conflict do nothing
                                """)
                        .bind("dossier", dossier.value())
                        .bind("received", outgoing.received().digest().hex())
                        .bind("receivedLength", outgoing.received().length())
                        .bind("code", outgoing.hop().organId())
                        .bind("time", outgoing.hop().timeText())
                        .bind(
                                "offset",
                                outgoing.splice().map(TraceSplice::offset).orElse(null))
                        .bind("text", outgoing.splice().map(TraceSplice::text).orElse(null))
                        .bind("digest", outgoing.digest().hex())
                        .bind("length", outgoing.length())
                        .execute()
                == 1;
    }

    static Optional<Outgoing> find(Handle handle, DossierId dossier, Sha256 received) {
        return handle.createQuery("select * from outgoing where dossier_id = :dossier and received_digest = :received")
                .bind("dossier", dossier.value())
                .bind("received", received.hex())
                .map((row, context) -> read(row))
                .findOne();
    }

    private static Outgoing read(ResultSet row) throws SQLException {
        return new Outgoing(
                new StoredBytes(new Sha256(row.getString("received_digest")), row.getLong("received_length")),
                new TraceHop(row.getString("hop_code"), row.getString("hop_time")),
                splice(row),
                new Sha256(row.getString("digest")));
    }

    private static Optional<TraceSplice> splice(ResultSet row) throws SQLException {
        String text = row.getString("splice_text");
        return text == null ? Optional.empty() : Optional.of(new TraceSplice(row.getLong("splice_offset"), text));
    }
}
