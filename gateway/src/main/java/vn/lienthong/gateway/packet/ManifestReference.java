package vn.lienthong.gateway.packet;

/** A line of the manifest: what should be attached. */
public record ManifestReference(String contentId, String contentType, String description, String attachmentName) {

    /** What joins it with its attachment: the id without {@code cid:}, which some senders write on one side only. */
    public String joinKey() {
        return withoutScheme(contentId);
    }

    static String withoutScheme(String contentId) {
        return contentId.regionMatches(true, 0, "cid:", 0, 4) ? contentId.substring(4) : contentId;
    }
}
