package vn.lienthong.routes.door.folder;

import java.nio.charset.StandardCharsets;

/** Names of files that a disk takes, also with what we add to them. */
final class FileNames {

    private static final int MOST_NAME_BYTES = 180;
    private static final int LONGEST_ENDING = 10;

    private FileNames() {}

    /** A name's stem, cut to what a disk takes, and its ending, empty or with its dot. */
    record Parts(String stem, String ending) {}

    static Parts parts(String name) {
        int dot = name.lastIndexOf('.');
        boolean ends = dot > 0 && name.length() - dot <= LONGEST_ENDING;
        return new Parts(cut(ends ? name.substring(0, dot) : name), ends ? name.substring(dot) : "");
    }

    static String shortened(String name) {
        Parts parts = parts(name);
        return parts.stem() + parts.ending();
    }

    /** Between characters: half of one is no name that a disk takes. */
    private static String cut(String stem) {
        String kept = stem;
        while (kept.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
