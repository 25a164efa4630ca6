package vn.lienthong.gateway.packet.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.Attachment;
import vn.lienthong.gateway.packet.AttachmentPayload;
import vn.lienthong.gateway.packet.ContentKind;
import vn.lienthong.gateway.packet.Packet;

/**
 * Whether a file's bytes are what its name says. ContentType is not looked at: the platform's SDK itself writes anything there.
 * Only warns, since a mismatch is more often carelessness than an attack.
 */
final class AttachmentTypes implements DocumentCheck {

    @Override
    public List<Finding> ofDocument(Packet packet) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < packet.attachments().size(); i++) {
            Attachment attachment = packet.attachments().get(i);
            if (attachment.payload() instanceof AttachmentPayload.Kept kept) {
                String extension = extension(attachment.name());
                Set<ContentKind> expected = kinds(extension);
                if (!expected.isEmpty() && !expected.contains(kept.kind())) {
                    findings.add(Finding.warning(
                            ErrorCode.ATTACHMENT_TYPE_MISMATCH,
                            "AttachmentEncoded/Attachment[" + (i + 1) + "]",
                            Quoted.of(attachment.name()) + ": bytes of type " + kept.kind() + " (expected: " + expected
                                    + ")"));
                }
            }
        }
        return findings;
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** What kinds an extension allows; none where it says nothing. */
    private static Set<ContentKind> kinds(String extension) {
        return switch (extension) {
            case "pdf" -> EnumSet.of(ContentKind.PDF);
            case "doc" -> EnumSet.of(ContentKind.OLE, ContentKind.RTF);
            case "xls", "ppt" -> EnumSet.of(ContentKind.OLE);
            case "docx", "xlsx", "pptx" -> EnumSet.of(ContentKind.OOXML);
            case "odt", "ods", "odp" -> EnumSet.of(ContentKind.ODF);
            case "zip" -> EnumSet.of(ContentKind.ZIP, ContentKind.OOXML, ContentKind.ODF);
            case "rar" -> EnumSet.of(ContentKind.RAR);
            case "7z" -> EnumSet.of(ContentKind.SEVEN_ZIP);
            case "png" -> EnumSet.of(ContentKind.PNG);
            case "jpg", "jpeg" -> EnumSet.of(ContentKind.JPEG);
            case "tif", "tiff" -> EnumSet.of(ContentKind.TIFF);
            case "xml" -> EnumSet.of(ContentKind.XML, ContentKind.TEXT);
            case "rtf" -> EnumSet.of(ContentKind.RTF);
            case "txt", "csv" -> EnumSet.of(ContentKind.TEXT, ContentKind.UNKNOWN);
            default -> EnumSet.noneOf(ContentKind.class);
        };
    }
}
