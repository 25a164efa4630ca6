package vn.lienthong.gateway.signature.asic;

import java.util.Locale;

/** What an entry is for, by its name (EN 319 162-1 §4.3.3.2, §4.4.3.2). */
enum Role {
    MIMETYPE,
    /** What is signed. */
    DATA,
    DIRECTORY,
    CADES,
    XADES,
    TIMESTAMP,
    MANIFEST,
    ARCHIVE_MANIFEST,
    /** Anything else in META-INF. */
    OTHER;

    private static final String FOLDER = "META-INF/";

    static Role of(String name) {
        if (name.equals("mimetype")) {
            return MIMETYPE;
        }
        if (name.endsWith("/")) {
            return DIRECTORY;
        }
        if (!name.startsWith(FOLDER)) {
            return DATA;
        }
        String file = name.substring(FOLDER.length()).toLowerCase(Locale.ROOT);
        return file.indexOf('/') >= 0 ? OTHER : inFolder(file);
    }

    private static Role inFolder(String file) {
        if (file.endsWith(".xml")) {
            return file.contains("asicarchivemanifest")
                    ? ARCHIVE_MANIFEST
                    : file.contains("asicmanifest") ? MANIFEST : file.contains("signature") ? XADES : OTHER;
        }
        if (file.endsWith(".p7s") && file.contains("signature")) {
            return CADES;
        }
        return file.endsWith(".tst") ? TIMESTAMP : OTHER;
    }

    /** Whether it claims that something is signed or stamped. */
    boolean claims() {
        return switch (this) {
            case CADES, XADES, TIMESTAMP, MANIFEST, ARCHIVE_MANIFEST -> true;
            case MIMETYPE, DATA, DIRECTORY, OTHER -> false;
        };
    }
}
