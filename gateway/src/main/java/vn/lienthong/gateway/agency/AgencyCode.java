package vn.lienthong.gateway.agency;

/**
 * An agency's code exactly as written. Opaque: equal texts are equal codes, and nothing is read out of a code's parts,
 * because old codes grow to the left ({@code 000.20.31.H53}), new ones to the right ({@code H53.31.20}), and
 * {@code H53.1} is a prefix of {@code H53.10}. Only the {@link AgencyDirectory} knows what a code means.
 *
 * @param text not blank, case and dots kept
 */
public record AgencyCode(String text) implements Comparable<AgencyCode> {

    public AgencyCode {
        if (text.isBlank()) {
            throw new IllegalArgumentException("agency code: blank (expected: a code such as H53 or 000.00.00.H53)");
        }
    }

    /** The published shape of the text; to inform people, never to decide: real traffic also carries other shapes. */
    public CodePattern pattern() {
        return CodePattern.of(text);
    }

    @Override
    public int compareTo(AgencyCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
