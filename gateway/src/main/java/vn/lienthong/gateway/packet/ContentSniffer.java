package vn.lienthong.gateway.packet;

import java.nio.charset.StandardCharsets;

/** Tells what a content is by its first bytes. */
final class ContentSniffer {

    /** How many first bytes are looked at. */
    static final int WINDOW_BYTES = 512;

    private static final int ZIP_NAME_OFFSET = 30;

    private ContentSniffer() {}

    /**
     * @param head the first bytes
     * @param length how many of them count
     * @param utf8 whether the whole content is valid UTF-8
     */
    static ContentKind kind(byte[] head, int length, boolean utf8) {
        String start = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return ContentKind.PDF;
        }
        if (start.startsWith("PK\u0003\u0004")) {
            return archive(start);
        }
        if (start.startsWith("PK\u0005\u0006")) {
            return ContentKind.ZIP;
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return ContentKind.OLE;
        }
        return imageOrPacked(start, utf8);
    }

    private static ContentKind imageOrPacked(String start, boolean utf8) {
        if (start.startsWith("\u0089PNG\r\n\u001A\n")) {
            return ContentKind.PNG;
        }
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return ContentKind.JPEG;
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return ContentKind.TIFF;
        }
        if (start.startsWith("Rar!\u001A\u0007")) {
            return ContentKind.RAR;
        }
        if (start.startsWith("7z\u00BC\u00AF'\u001C")) {
            return ContentKind.SEVEN_ZIP;
        }
        if (start.startsWith("\u001F\u008B\b")) {
            return ContentKind.GZIP;
        }
        return text(start, utf8);
    }

    private static ContentKind archive(String start) {
        if (start.length() < ZIP_NAME_OFFSET) {
            return ContentKind.ZIP;
        }
        int nameLength = start.charAt(26) | start.charAt(27) << 8;
        String name = start.substring(ZIP_NAME_OFFSET, Math.min(start.length(), ZIP_NAME_OFFSET + nameLength));
        return containerKind(name);
    }

    /**
     * What kind of file a ZIP is, by the name of its first entry: office files are ZIPs too, and are the file, not its
     * wrapping.
     */
    static ContentKind containerKind(String firstEntry) {
        if (firstEntry.contains("..") || firstEntry.contains("\\")) {
            return ContentKind.ZIP;
        }
        if (firstEntry.equals("mimetype")) {
            return ContentKind.ODF;
        }
        boolean office = firstEntry.equals("[Content_Types].xml")
                || firstEntry.startsWith("_rels/")
                || firstEntry.startsWith("docProps/")
                || firstEntry.startsWith("word/")
                || firstEntry.startsWith("xl/")
                || firstEntry.startsWith("ppt/")
                || firstEntry.startsWith("customXml/");
        return office ? ContentKind.OOXML : ContentKind.ZIP;
    }

    private static ContentKind text(String start, boolean utf8) {
        String visible = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        if (visible.startsWith("{\\rtf")) {
            return ContentKind.RTF;
        }
        if (visible.stripLeading().startsWith("<?xml")) {
            return ContentKind.XML;
        }
        return utf8 && !visible.isEmpty() && hasNoControls(visible) ? ContentKind.TEXT : ContentKind.UNKNOWN;
    }

    private static boolean hasNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                return false;
            }
        }
        return true;
    }
}
