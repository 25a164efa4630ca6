package vn.lienthong.gateway.signature.asic;

/**
 * One entry as the central directory tells it (APPNOTE 4.3.12), after its local header was found to say the same.
 *
 * @param header where its local header begins
 * @param data where its bytes begin
 * @param end where they, and whatever follows them, end
 */
record ZipEntryHead(String name, int method, long crc, long packed, long size, long header, long data, long end) {
    static final int STORED = 0;
    static final int DEFLATED = 8;

    boolean directory() {
        return name.endsWith("/");
    }
}
