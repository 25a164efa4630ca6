package vn.lienthong.gateway.jdbc;

import org.jdbi.v3.core.Handle;
import vn.lienthong.gateway.dossier.Dossier;

/** The one statement that makes a dossier, and makes none where its key is taken. */
final class DossierInsert {

    private static final String INSERT =
            """
            insert into dossier (id, sender_agency, document_id, action, target, version, lineage, sender_code, sender_name,
              sender_doc_id, system_id, channel, content_digest, bytes_digest, bytes_length, state, marks, hold, hold_reason,
              number, notation, type_name, subject, promulgated, signer, urgency, directory_version, findings, verification,
              verified_at, received_at)
            values (:id, :sender, :documentId, :action, :target, :version, :lineage, :senderCode, :senderName,
              :senderDocId, :systemId, :channel, :contentDigest, :digest, :length, :state, cast(:marks as text[]), :hold,
              :holdReason, :number, :notation, :typeName, :subject, cast(:promulgated as date), :signer, :urgency, :directoryVersion,
              :findings, :verification, :receivedAt, :receivedAt)
            on conflict (sender_agency, document_id, action, target, version) where state <> 'REFUSED' do nothing
            """;

    private DossierInsert() {}

    static boolean insert(Handle handle, Dossier dossier) {
        return handle.createUpdate(INSERT)
                        .bind("id", dossier.id().value())
                        .bind("sender", dossier.key().sender().value())
                        .bind("documentId", dossier.key().documentId().value())
                        .bind("action", dossier.key().action())
                        .bind("target", dossier.key().target())
                        .bind("version", dossier.key().version())
                        .bind("lineage", dossier.lineage().value())
                        .bind("senderCode", dossier.senderCode().text())
                        .bind("senderName", dossier.senderName())
                        .bind("senderDocId", dossier.senderDocId())
                        .bind("systemId", dossier.systemId())
                        .bind("channel", dossier.channel())
                        .bind("contentDigest", dossier.contentDigest().hex())
                        .bind("digest", dossier.bytes().digest().hex())
                        .bind("length", dossier.bytes().length())
                        .bind("state", dossier.state())
                        .bind("marks", Columns.marksLiteral(dossier.marks()))
                        .bind("hold", dossier.hold().map(Enum::name).orElse(null))
                        .bind("holdReason", dossier.holdReason())
                        .bind("number", dossier.facts().number())
                        .bind("notation", dossier.facts().notation())
                        .bind("typeName", dossier.facts().typeName())
                        .bind("subject", dossier.facts().subject())
                        .bind("promulgated", dossier.facts().promulgated().orElse(null))
                        .bind("signer", dossier.facts().signer())
                        .bind("urgency", dossier.facts().urgency())
                        .bind("directoryVersion", dossier.version())
                        .bind("findings", dossier.findingsJson())
                        .bind("verification", dossier.verificationJson())
                        .bind("receivedAt", dossier.receivedAt())
                        .execute()
                == 1;
    }
}
