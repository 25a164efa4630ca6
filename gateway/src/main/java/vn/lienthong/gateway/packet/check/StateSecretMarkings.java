package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Packet;

/**
 * Documents marked Mật, Tối mật or Tuyệt mật are not for this network (QĐ 28/2018 Art 1). The packet has no field for it, so the
 * marking is looked for where people write it: fields that hold it alone, the subject and the summary, file names.
 */
final class StateSecretMarkings implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        look(findings, "MessageHeader/OtherInfo/Priority", packet.otherInfo().priority());
        look(
                findings,
                "MessageHeader/OtherInfo/TyperNotation",
                packet.otherInfo().typerNotation());
        look(
                findings,
                "MessageHeader/OtherInfo/SphereOfPromulgation",
                packet.otherInfo().sphereOfPromulgation());
        look(
                findings,
                "MessageHeader/DocumentType/TypeName",
                packet.documentType().typeName());
        look(findings, "MessageHeader/Subject", packet.subject());
        look(findings, "MessageHeader/Content", packet.content());
        for (int i = 0; i < packet.attachments().size(); i++) {
            String name = packet.attachments().get(i).name();
            if (SecrecyMarking.inFileName(name)) {
                findings.add(found("AttachmentEncoded/Attachment[" + (i + 1) + "]/AttachmentName"));
            }
        }
        for (int i = 0; i < packet.manifest().size(); i++) {
            String name = packet.manifest().get(i).attachmentName();
            if (SecrecyMarking.inFileName(name)) {
                findings.add(found("edXMLManifest/Reference[" + (i + 1) + "]/AttachmentName"));
            }
        }
        return findings;
    }

    private static void look(List<Finding> findings, String where, String text) {
        if (SecrecyMarking.inText(text)) {
            findings.add(found(where));
        }
    }

    /** Says where, not what: the text of a secret document has no place in a log. */
    private static Finding found(String where) {
        return Finding.error(
                ErrorCode.STATE_SECRET, where, "marking of a state secret: present (expected: none on this network)");
    }
}
