package vn.lienthong.gateway.packet;

/** What a content is by its first bytes, whatever its name and label say. */
public enum ContentKind {
    PDF(true),
    /** Word, Excel, PowerPoint of today: a ZIP inside. */
    OOXML(true),
    /** OpenDocument: a ZIP inside. */
    ODF(true),
    ZIP(true),
    /** Word, Excel, PowerPoint up to 2003 (compound file). */
    OLE(true),
    PNG(true),
    JPEG(true),
    TIFF(true),
    RAR(true),
    SEVEN_ZIP(true),
    GZIP(true),
    XML(false),
    RTF(false),
    /** Text in UTF-8, or plain ASCII. */
    TEXT(false),
    UNKNOWN(true);

    private final boolean binary;

    ContentKind(boolean binary) {
        this.binary = binary;
    }

    /** Whether files of this kind hold bytes that no text decoder lets through. */
    public boolean isBinary() {
        return binary;
    }
}
