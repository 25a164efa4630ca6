package vn.lienthong.routes.door.soap;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;

/**
 * A member that holds one word of a list. The binding reads another word as if nothing were there: so it is told before.
 *
 * @param member the name of the element
 * @param words what it may hold
 */
record WireWords(String member, List<String> words) {

    static Optional<WireWords> of(String member) {
        return Optional.of(ListedWordsMapping.of(member))
                .filter(words -> !words.isEmpty())
                .map(words -> new WireWords(member, words));
    }

    /** Refuses a word that is none of the list; nothing at all is told as missing later. */
    void check(String text) {
        String word = text.strip();
        if (!word.isEmpty() && !words.contains(word)) {
            throw SoapRefusal.of(
                    ErrorCode.PARAMETER_MALFORMED,
                    member,
                    member + ": " + FaultText.shown(word) + " (expected: " + String.join(", ", words) + ")");
        }
    }
}
