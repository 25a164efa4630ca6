package vn.lienthong.gateway.tray;

import java.util.Locale;
import java.util.Optional;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * A file of a draft.
 *
 * @param name as it will be written into the packet: no path, at most {@value #LONGEST_NAME} characters
 * @param before what it was before the agency's seal was put on it here; empty where none was
 * @param sealedAs what the seal says of it, as {@link SealedAs} writes it; empty where there is none
 * @param use whose seal that is, and who put it on; empty where there is none
 * @param timestamp whether the seal still waits for its timestamp
 */
public record DraftFile(
        String name,
        StoredBytes bytes,
        Optional<StoredBytes> before,
        String sealedAs,
        Optional<SealUse> use,
        Awaited timestamp) {

    /** A timestamp that has not come yet. */
    public enum Awaited {
        /** It has come, or none is wanted. */
        NONE,
        /** It comes by itself; the file may leave without it. */
        LATER,
        /** The file leaves only with it. */
        FIRST
    }

    /** One that was not sealed here. */
    public DraftFile(String name, StoredBytes bytes) {
        this(name, bytes, Optional.empty(), "", Optional.empty(), Awaited.NONE);
    }

    public static final int LONGEST_NAME = 200;

    /** The same file with the seal on it. */
    DraftFile sealed(StoredBytes sealed, String as, SealUse by) {
        return new DraftFile(name, sealed, Optional.of(bytes), as, Optional.of(by), Awaited.NONE);
    }

    public boolean isPdf() {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
