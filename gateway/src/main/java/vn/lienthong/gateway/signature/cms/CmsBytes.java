package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import vn.lienthong.gateway.signature.SignedFile;

/** The CMS value of a file that may hold it in textual armour (RFC 7468 §8), for who reads it bare alone. */
public final class CmsBytes {
    private CmsBytes() {}

    /**
     * The value; the file as it is where there is no armour that can be taken off.
     *
     * @throws IOException when the file cannot be read
     */
    public static byte[] of(SignedFile file) throws IOException {
        try {
            return CmsEncoding.of(file) == CmsEncoding.ARMOUR ? CmsEncoding.withoutArmour(file.all()) : file.all();
        } catch (CmsException malformed) {
            return file.all();
        }
    }
}
