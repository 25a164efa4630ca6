package vn.lienthong.gateway.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.UnusablePicture;

/**
 * The pictures of seals that were used last, looked at and packed once: that costs several times what sealing does. Kept by
 * their bytes, so that a changed picture is another one. Safe for many threads.
 */
final class KeptPictures {
    /** With {@link #LARGEST_BYTES} some 50 MB at the very most, 2 MB with pictures as they are. */
    private static final int MOST = 32;

    private static final int LARGEST_BYTES = 512 << 10;

    private final Map<Sha256, Picture> pictures = new LinkedHashMap<>(MOST, 0.75f, true);

    /**
     * The picture that a PNG is.
     *
     * @throws UnusablePicture when it is none
     */
    Picture of(byte[] png) throws UnusablePicture {
        if (png.length > LARGEST_BYTES) {
            return Picture.png(png);
        }
        Sha256 name = Sha256.of(png);
        Picture known = kept(name);
        if (known == null) {
            known = Picture.png(png);
            keep(name, known);
        }
        return known;
    }

    private synchronized @Nullable Picture kept(Sha256 name) {
        return pictures.get(name);
    }

    private synchronized void keep(Sha256 name, Picture picture) {
        pictures.put(name, picture);
        if (pictures.size() > MOST) {
            pictures.remove(pictures.keySet().iterator().next());
        }
    }
}
