package vn.lienthong.gateway.agency;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds agencies as people type them: {@code tay ninh} finds {@code UBND tỉnh Tây Ninh}, {@code hoa binh} finds both
 * spellings of Hòa. The folded names are made on the first search and kept, for most snapshots are never searched.
 */
final class AgencySearch {

    static final int MOST = 50;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private record Entry(Agency agency, String foldedName) {}

    private final AgencyDirectory directory;
    private volatile @Nullable List<Entry> entries;

    AgencySearch(AgencyDirectory directory) {
        this.directory = directory;
    }

    List<Agency> find(String text, Instant asOf) {
        List<Agency> found = new ArrayList<>();
        byCode(text, asOf).ifPresent(found::add);
        String folded = fold(text);
        if (!folded.isBlank()) {
            String[] words = folded.strip().split(" ");
            folded().stream()
                    .filter(entry -> entry.agency().validAt(asOf) && hasAll(entry.foldedName(), words))
                    .sorted(Comparator.comparingInt(
                                    (Entry entry) -> entry.foldedName().length())
                            .thenComparing(Entry::foldedName)
                            .thenComparing(entry -> entry.agency().id()))
                    .map(Entry::agency)
                    .filter(agency -> !found.contains(agency))
                    .limit(MOST - found.size())
                    .forEachOrdered(found::add);
        }
        return List.copyOf(found);
    }

    private Optional<Agency> byCode(String text, Instant asOf) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return directory
                .holderOf(new AgencyCode(typed), asOf)
                .or(() -> directory.holderOf(new AgencyCode(typed.toUpperCase(Locale.ROOT)), asOf))
                .flatMap(id -> directory.agency(id, asOf));
    }

    private static boolean hasAll(String foldedName, String[] words) {
        for (String word : words) {
            if (!foldedName.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }

    private List<Entry> folded() {
        List<Entry> made = entries;
        if (made == null) {
            made = directory.rows().agencies().stream()
                    .map(agency -> new Entry(agency, fold(agency.name())))
                    .toList();
            entries = made;
        }
        return made;
    }

    /** Lower case without marks, each word after one space; composed and decomposed spellings give the same. */
    static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String plain = bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
        return " " + BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
