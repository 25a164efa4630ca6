package vn.lienthong.gateway.tray;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.lienthong.gateway.agency.AgencyId;

/**
 * Which documents of an in-tray; empty members mean any.
 *
 * @param agencies whose in-trays; of none nothing is found
 * @param arrivedBefore those that came before it
 * @param openedOnly those that somebody of the agency has taken
 * @param text words, in any order and with or without marks, of number and symbol, subject, signer, sender's name, document id
 *     or of what was said when it was assigned (04)
 */
public record TraySearch(
        Set<AgencyId> agencies,
        Optional<TrayStage> stage,
        Optional<Instant> arrivedBefore,
        boolean openedOnly,
        String text,
        int limit,
        int offset) {

    private static final int MOST_WORDS = 8;

    /** Combining diacritical marks, the block alone: PostgreSQL takes off the same. */
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F]");

    public TraySearch {
        agencies = Set.copyOf(agencies);
    }

    /** The words that are looked for, the first eight of them, as {@link #fold} writes them; none where everything is wanted. */
    public List<String> words() {
        String folded = fold(text).strip();
        return folded.isEmpty()
                ? List.of()
                : Stream.of(folded.split("\\s+")).distinct().limit(MOST_WORDS).toList();
    }

    /** Lower case without marks; composed and decomposed spellings give the same. */
    public static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
