package vn.lienthong.gateway.signature.asic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The names of entries: read in one way only, and leading nowhere but into the archive. */
final class ZipName {
    static final int BYTES_AT_MOST = 1024;
    private static final Set<String> NOWHERE = Set.of("", ".", "..");

    private ZipName() {}

    /** The name in these bytes. */
    static String read(byte[] bytes, boolean declaredUtf8) throws ZipFault {
        String name;
        try {
            name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ZipFault("entry name: not UTF-8 (expected: UTF-8)");
        }
        if (!declaredUtf8 && name.chars().anyMatch(one -> one > 0x7e)) {
            throw new ZipFault("entry name " + name + ": not declared as UTF-8 (expected: declared, APPNOTE 4.4.4)");
        }
        if (!safe(name)) {
            throw new ZipFault("entry name " + printable(name) + ": unsafe (expected: a relative path)");
        }
        return name;
    }

    private static boolean safe(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return Arrays.stream(path.split("/", -1)).noneMatch(NOWHERE::contains)
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.codePoints().noneMatch(ZipName::hidden);
    }

    /** Controls, and what turns the direction of writing or shows nothing. */
    private static boolean hidden(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    private static String printable(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(one -> {
            if (hidden(one)) {
                shown.append(String.format(Locale.ROOT, "U+%04X", one));
            } else {
                shown.appendCodePoint(one);
            }
        });
        return shown.toString();
    }

    /** The same for names that some system takes for one. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
