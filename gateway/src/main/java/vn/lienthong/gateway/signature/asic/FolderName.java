package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.lienthong.gateway.signature.SignedFile;

/** Whether an archive that is not read to its end may hold signatures: names of entries stand in it as they are (APPNOTE 4.3.7). */
final class FolderName {
    private static final String FOLDER = "META-INF/";
    private static final int PIECE_BYTES = 64 * 1024;

    private FolderName() {}

    /**
     * True too where the file goes on behind what is looked at.
     *
     * @param most as many bytes as are looked at
     */
    static boolean mayBeIn(SignedFile file, long most) throws IOException {
        if (file.length() > most) {
            return true;
        }
        try (InputStream in = file.open()) {
            String end = "";
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                String text = end + new String(piece, StandardCharsets.ISO_8859_1);
                if (text.contains(FOLDER)) {
                    return true;
                }
                end = text.substring(Math.max(0, text.length() - FOLDER.length()));
            }
            return false;
        }
    }
}
