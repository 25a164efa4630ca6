package vn.lienthong.gateway.signature.path;

import java.time.Duration;

/**
 * How responders are asked.
 *
 * @param naming what issuers are named with
 * @param nonceBytes length of the nonce; 0 for none: then caches between us and the responder may answer
 * @param atOnce requests under way in all
 * @param atOnceEach requests under way at one host: a slow one takes no more of the lines than these
 * @param failures in a row after which a host is left alone, for longer each time
 * @param patience how long a round waits for those it asked; who takes longer is heard by a later one
 * @param pauses between tries that fail
 */
public record AnswerSettings(
        Naming naming,
        int nonceBytes,
        int atOnce,
        int atOnceEach,
        int failures,
        Duration patience,
        FetchSettings pauses) {

    /** What an issuer is named with. It names, it does not protect: most responders know SHA-1 alone (RFC 5019 §2.1.1). */
    public enum Naming {
        /** Understood everywhere. */
        SHA1,
        /** For responders that refuse the older one. */
        SHA256
    }

    public static AnswerSettings defaults() {
        return new AnswerSettings(Naming.SHA1, 0, 16, 4, 3, Duration.ofSeconds(2), FetchSettings.defaults());
    }
}
