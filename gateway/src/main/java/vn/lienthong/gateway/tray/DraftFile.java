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
 */
public record DraftFile(String name, StoredBytes bytes, Optional<StoredBytes> before, String sealedAs) {

    /** One that was not sealed here. */
    public DraftFile(String name, StoredBytes bytes) {
        this(name, bytes, Optional.empty(), "");
    }

    public static final int LONGEST_NAME = 200;

    /** The same file with the seal on it. */
    DraftFile sealed(StoredBytes sealed, String as) {
        return new DraftFile(name, sealed, Optional.of(bytes), as);
    }

    public boolean isPdf() {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
