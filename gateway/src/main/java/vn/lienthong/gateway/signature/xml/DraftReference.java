package vn.lienthong.gateway.signature.xml;

import java.util.List;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A Reference that is to be signed.
 *
 * @param transforms their algorithms, in their order
 * @param digest of what the transforms give
 * @param mimeType of the content (EN 319 132-1 §5.2.4, DataObjectFormat)
 */
record DraftReference(String uri, List<String> transforms, Sha256 digest, String mimeType) {
    DraftReference {
        transforms = List.copyOf(transforms);
    }
}
