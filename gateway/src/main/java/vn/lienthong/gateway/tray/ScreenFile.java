package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;

/**
 * Whether a file may be part of a document that a clerk sends: told when it is chosen, not by the recipient. The document
 * itself is a PDF (Decree 30/2020/NĐ-CP, annex I, part I); annexes may be anything but empty or a program.
 */
public final class ScreenFile {

    /** Where readers of PDF look for its first mark (ISO 32000-1 annex H, note 13). */
    private static final int HEAD_BYTES = 1024;

    private static final String PDF_MARK = "%PDF-";

    /** What a recipient's computer would run. */
    private static final Set<String> PROGRAMS = Set.of(
            "apk", "app", "bat", "cjs", "cmd", "com", "cpl", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "mjs",
            "msi", "msp", "ps1", "py", "reg", "scr", "sh", "vbe", "vbs", "wsf", "wsh");

    private final Vault vault;

    public ScreenFile(Vault vault) {
        this.vault = vault;
    }

    /** Why a file is not taken. */
    public enum Objection {
        EMPTY,
        /** A program or a script. */
        PROGRAM,
        /** It is called a PDF and is none. */
        NOT_PDF,
        /** The document itself, and no PDF. */
        MAIN_NOT_PDF;

        /** Names a text. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Looks at the file.
     *
     * @param main whether it is the document itself
     */
    public Optional<Objection> object(DraftFile file, boolean main) throws IOException {
        if (file.bytes().length() == 0) {
            return Optional.of(Objection.EMPTY);
        }
        if (PROGRAMS.contains(extension(file.name()))) {
            return Optional.of(Objection.PROGRAM);
        }
        if (file.isPdf()) {
            return isPdf(file.bytes()) ? Optional.empty() : Optional.of(Objection.NOT_PDF);
        }
        return main ? Optional.of(Objection.MAIN_NOT_PDF) : Optional.empty();
    }

    private boolean isPdf(StoredBytes bytes) throws IOException {
        try (InputStream in = vault.read(bytes.digest())) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1).contains(PDF_MARK);
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
