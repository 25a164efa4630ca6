package vn.lienthong.routes.door;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Of the names there are, the one that was probably meant: by how few letters were put in, left out or mistaken. */
public final class NearestName {

    private static final int LONGEST = 40;

    private NearestName() {}

    /** What a finding expects instead of a name that is none of these. */
    public static String expected(String name, Collection<String> names) {
        String all = names.isEmpty() ? "không có tên nào" : "một trong: " + String.join(", ", names);
        return of(name, names).map(near -> "có phải " + near + "? " + all).orElse(all);
    }

    static Optional<String> of(String name, Collection<String> names) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, Math.min(name.length() / 2, 3));
        return names.stream()
                .filter(known -> distance(name, known) <= most)
                .min(Comparator.comparing(known -> distance(name, known)));
    }

    /** Levenshtein's, without regard to capitals. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
