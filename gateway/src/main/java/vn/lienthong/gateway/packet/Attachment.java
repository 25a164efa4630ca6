package vn.lienthong.gateway.packet;

import java.util.Optional;

/**
 * One attached file.
 *
 * @param contentId id that the manifest refers to
 * @param name the file's name as the sender writes it: data, never a path to write to
 * @param fieldName SDK
 * @param mimeType SDK
 * @param payload the file, or why there is none
 */
public record Attachment(
        String contentId,
        String name,
        String description,
        String contentType,
        String fieldName,
        String mimeType,
        AttachmentPayload payload) {

    /** A file to send, packed as the platform's SDK does. */
    public static Attachment of(String contentId, String name, String contentType, AttachmentContent content) {
        AttachmentPayload kept = new AttachmentPayload.Kept(content, Packing.ZIPPED, ContentKind.UNKNOWN, false);
        return new Attachment(contentId, name, "", contentType, "", "", kept);
    }

    /** The file's bytes, where they could be had; damaged ones too. */
    public Optional<AttachmentContent> content() {
        return switch (payload) {
            case AttachmentPayload.Kept kept -> Optional.of(kept.content());
            case AttachmentPayload.Unreadable unreadable -> Optional.empty();
        };
    }

    /** A name that is safe to offer for saving: no path, no control or direction characters, no device name. */
    public String safeName() {
        return SafeFileName.of(name);
    }

    /** What joins it with its line of the manifest. */
    public String joinKey() {
        return ManifestReference.withoutScheme(contentId);
    }
}
