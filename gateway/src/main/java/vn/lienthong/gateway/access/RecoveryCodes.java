package vn.lienthong.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.digest.Sha256;

/**
 * Ten codes for who lost the phone, each good once. 80 random bits each (NIST SP 800-63B §5.1.2), so that a plain digest of
 * them cannot be searched.
 *
 * @param codes as shown to the person, this once: {@code XXXX-XXXX-XXXX-XXXX}
 */
public record RecoveryCodes(List<String> codes) {

    private static final int NUMBER = 10;
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    /** Base 32 of RFC 4648: no 0, 1, 8 or 9 to be taken for a letter. */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public RecoveryCodes {
        codes = List.copyOf(codes);
    }

    /**
     * Put together of its parts.
     *
     * @param random one that nobody can foresee
     */
    public static RecoveryCodes make(RandomGenerator random) {
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < NUMBER) {
            made.add(code(random));
        }
        return new RecoveryCodes(List.copyOf(made));
    }

    public Set<Sha256> digests() {
        return codes.stream().map(code -> digest(code.replace("-", ""))).collect(Collectors.toUnmodifiableSet());
    }

    /** Never by accident: what shows them asks for {@link #codes}. */
    @Override
    public String toString() {
        return "RecoveryCodes[…]";
    }

    static boolean isCode(String bare) {
        return bare.length() == GROUPS * GROUP && bare.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    static Sha256 digest(String bare) {
        return Sha256.of(("recovery:" + bare).getBytes(StandardCharsets.US_ASCII));
    }

    private static String code(RandomGenerator random) {
        return Stream.generate(() -> group(random)).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group(RandomGenerator random) {
        return random.ints(GROUP, 0, ALPHABET.length())
                .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
                .collect(Collectors.joining());
    }
}
