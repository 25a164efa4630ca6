package vn.lienthong.gateway.packet;

import java.util.Locale;
import java.util.Set;

/** Makes a sender's file name safe to offer on any system (CWE-22, CWE-451); Vietnamese letters stay. */
final class SafeFileName {

    /** What stays of a name without anything usable. */
    static final String FALLBACK = "tep-dinh-kem";

    private static final int MAX_CHARS = 150;
    private static final int MAX_EXTENSION_CHARS = 12;
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "conin$", "conout$", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
            "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeFileName() {}

    static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String safe = withoutEdges(cleaned(last));
        if (safe.isEmpty()) {
            return FALLBACK;
        }
        int dot = safe.indexOf('.');
        String stem = dot < 0 ? safe : safe.substring(0, dot);
        if (DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT))) {
            safe = "_" + safe;
        }
        return shortened(safe);
    }

    private static String cleaned(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isUnprintable(c)) {
                continue;
            }
            kept.append("<>:\"|?*".indexOf(c) >= 0 ? '_' : c);
        }
        return kept.toString();
    }

    /** Controls, characters that turn the direction of reading (a name may then show {@code fdp.exe}), invisible ones. */
    private static boolean isUnprintable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Leading and trailing blanks, and the trailing dots that one family of systems drops. */
    private static String withoutEdges(String name) {
        String stripped = name.strip();
        int end = stripped.length();
        while (end > 0 && (stripped.charAt(end - 1) == '.' || Character.isWhitespace(stripped.charAt(end - 1)))) {
            end--;
        }
        return stripped.substring(0, end);
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_CHARS) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= MAX_EXTENSION_CHARS;
        String extension = hasExtension ? name.substring(dot) : "";
        int cut = MAX_CHARS - extension.length();
        if (Character.isHighSurrogate(name.charAt(cut - 1))) {
            cut--;
        }
        return name.substring(0, cut) + extension;
    }
}
