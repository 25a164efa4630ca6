package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.Packet;

/** Names that nobody should save a file under; the file is offered under its safe name (CWE-22, CWE-451). */
final class AttachmentNames implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < packet.attachments().size(); i++) {
            Attachment attachment = packet.attachments().get(i);
            String where = "AttachmentEncoded/Attachment[" + (i + 1) + "]/AttachmentName";
            if (attachment.name().isEmpty()) {
                findings.add(Finding.warning(
                        ErrorCode.FIELD_MISSING, where, "AttachmentName: missing (expected: a file name)"));
            } else if (!attachment.name().equals(attachment.safeName())) {
                findings.add(Finding.warning(
                        ErrorCode.ATTACHMENT_NAME_UNSAFE,
                        where,
                        "AttachmentName: " + Quoted.of(attachment.name()) + " (expected: a plain file name, such as "
                                + Quoted.of(attachment.safeName()) + ")"));
            }
        }
        return findings;
    }
}
