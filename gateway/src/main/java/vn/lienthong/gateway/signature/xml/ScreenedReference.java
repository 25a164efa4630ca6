package vn.lienthong.gateway.signature.xml;

import java.util.List;

/**
 * A Reference that passed the screen.
 *
 * @param uri empty for the whole document, {@code #Id} for an element of it, {@code cid:} or a bare name for a file beside
 * @param type as written; empty when there is none
 * @param transforms in their order
 * @param digest the JDK's name
 * @param expected what it says the digest is
 */
record ScreenedReference(String uri, String type, List<XmlTransform> transforms, String digest, byte[] expected) {
    ScreenedReference {
        transforms = List.copyOf(transforms);
    }

    boolean isBeside() {
        return !uri.isEmpty() && !uri.startsWith("#");
    }

    /** Whether it takes the signature itself out of what it refers to. */
    boolean enveloped() {
        return transforms.contains(XmlTransform.ENVELOPED);
    }
}
