package vn.lienthong.gateway.tray;

import java.util.Locale;
import vn.lienthong.gateway.dossier.StoredBytes;

/**
 * A file of a draft.
 *
 * @param name as it will be written into the packet: no path, at most {@value #LONGEST_NAME} characters
 */
public record DraftFile(String name, StoredBytes bytes) {

    public static final int LONGEST_NAME = 200;

    public boolean isPdf() {
        return name.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }
}
