package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.ManifestReference;
import vn.lienthong.gateway.packet.Packet;

/** Manifest and attachments name the same files, joined by ContentId with or without {@code cid:}, each once. */
final class ManifestJoins implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        Set<String> attached = new HashSet<>();
        for (int i = 0; i < packet.attachments().size(); i++) {
            Attachment attachment = packet.attachments().get(i);
            if (!attached.add(attachment.joinKey())) {
                findings.add(Finding.error(
                        ErrorCode.ATTACHMENT_REPEATED,
                        "AttachmentEncoded/Attachment[" + (i + 1) + "]/ContentId",
                        "ContentId: " + Quoted.of(attachment.contentId()) + " again (expected: once)"));
            }
        }
        Set<String> referenced = references(findings, packet.manifest(), attached);
        unreferenced(findings, packet.attachments(), referenced);
        boolean isNew = packet.business().action() == BusinessAction.NEW;
        if (isNew && packet.attachments().isEmpty() && packet.manifest().isEmpty()) {
            findings.add(Finding.warning(
                    ErrorCode.ATTACHMENT_MISSING, "AttachmentEncoded", "attachments: none (expected: at least one)"));
        }
        return findings;
    }

    private static Set<String> references(
            List<Finding> findings, List<ManifestReference> manifest, Set<String> attached) {
        Set<String> referenced = new HashSet<>();
        for (int i = 0; i < manifest.size(); i++) {
            ManifestReference reference = manifest.get(i);
            String where = "edXMLManifest/Reference[" + (i + 1) + "]/ContentId";
            if (!attached.contains(reference.joinKey())) {
                findings.add(Finding.error(
                        ErrorCode.ATTACHMENT_MISSING,
                        where,
                        "ContentId: " + Quoted.of(reference.contentId()) + ", " + Quoted.of(reference.attachmentName())
                                + ": not attached (expected: an attachment of that id)"));
            }
            if (!referenced.add(reference.joinKey())) {
                findings.add(Finding.warning(
                        ErrorCode.ATTACHMENT_REPEATED,
                        where,
                        "ContentId: " + Quoted.of(reference.contentId()) + " again (expected: once)"));
            }
        }
        return referenced;
    }

    private static void unreferenced(List<Finding> findings, List<Attachment> attachments, Set<String> referenced) {
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            if (!referenced.contains(attachment.joinKey())) {
                findings.add(Finding.warning(
                        ErrorCode.ATTACHMENT_UNREFERENCED,
                        "AttachmentEncoded/Attachment[" + (i + 1) + "]/ContentId",
                        "ContentId: " + Quoted.of(attachment.contentId()) + ", " + Quoted.of(attachment.name())
                                + ": not in the manifest (expected: a reference)"));
            }
        }
    }
}
