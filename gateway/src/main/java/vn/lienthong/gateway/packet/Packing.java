package vn.lienthong.gateway.packet;

/** How an attachment's file lay in its base64. */
public enum Packing {
    /** In a ZIP with one entry, as the platform's SDK packs. */
    ZIPPED,
    /** As it is. */
    RAW
}
