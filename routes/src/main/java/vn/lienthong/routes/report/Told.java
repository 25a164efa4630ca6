package vn.lienthong.routes.report;

import java.util.List;

/**
 * A report in a person's words.
 *
 * @param subject what it is about
 * @param headline what is concluded
 * @param tone how that is to be taken
 * @param signatures each signature, oldest first
 * @param timestamps what each timestamp over the whole of a file proves
 * @param advice what to do now
 */
public record Told(
        String subject,
        String headline,
        Tone tone,
        List<Signature> signatures,
        List<String> timestamps,
        List<String> advice) {

    public Told {
        signatures = List.copyOf(signatures);
        timestamps = List.copyOf(timestamps);
        advice = List.copyOf(advice);
    }

    /** How something is to be taken; never better than what was found. */
    public enum Tone {
        GOOD,
        DOUBT,
        BAD,
        PLAIN
    }

    /**
     * One signature.
     *
     * @param headline who, and what is concluded
     * @param sentences who signed for which agency, when by whose clock, intact or not, trusted or not, revoked or not, what
     *     was added after
     */
    public record Signature(String headline, Tone tone, List<String> sentences) {
        public Signature {
            sentences = List.copyOf(sentences);
        }
    }
}
