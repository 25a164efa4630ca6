package vn.lienthong.routes.command.bench;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: {@code 10KB}, {@code 1MB}, {@code 500}; powers of 1024. */
record ByteSize(int bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(B|KB|MB)?", Pattern.CASE_INSENSITIVE);
    private static final long MOST_BYTES = 256L << 20;

    ByteSize {
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("size: " + bytes + " bytes (expected: 1 to 256MB)");
        }
    }

    /** @throws IllegalArgumentException when the text is no size, or one beyond 256 MB */
    static ByteSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("size: " + text + " (expected: such as 10KB or 1MB)");
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2).toUpperCase(Locale.ROOT);
        int shift = unit.equals("MB") ? 20 : unit.equals("KB") ? 10 : 0;
        long bytes = Long.parseLong(matcher.group(1)) << shift;
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("size: " + text + " (expected: 1 to 256MB)");
        }
        return new ByteSize((int) bytes);
    }

    @Override
    public String toString() {
        return text(bytes);
    }

    /** Such as {@code 9.8 KB}. */
    static String text(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double kilobytes = bytes / 1024.0;
        String form = kilobytes < 1024 ? "%.1f KB" : "%.1f MB";
        return String.format(Locale.ROOT, form, kilobytes < 1024 ? kilobytes : kilobytes / 1024)
                .replace(".0 ", " ");
    }
}
