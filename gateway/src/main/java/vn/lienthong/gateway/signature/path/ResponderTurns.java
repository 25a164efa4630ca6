package vn.lienthong.gateway.signature.path;

import java.math.BigInteger;
import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose turn it is: when each certificate was asked about last, and which hosts are left alone for now. */
final class ResponderTurns {
    private static final int CERTIFICATES = 10_000;
    private static final int HOSTS = 1_000;

    private final AnswerSettings settings;
    private final BoundedCache<Question, Turn> questions = new BoundedCache<>(CERTIFICATES);
    private final BoundedCache<String, Turn> hosts = new BoundedCache<>(HOSTS);

    private record Question(PublicKey issuer, BigInteger serial) {
        static Question of(WantedAnswer wanted) {
            return new Question(wanted.issuer().getPublicKey(), wanted.serial());
        }
    }

    /** When it was asked last, and how often in a row in vain. */
    private record Turn(Instant at, int failures) {}

    ResponderTurns(AnswerSettings settings) {
        this.settings = settings;
    }

    /** Host and port, as the breaker tells them apart. */
    static String host(URI address) {
        return String.valueOf(address.getAuthority()).toLowerCase(Locale.ROOT);
    }

    int failures(WantedAnswer wanted) {
        return count(questions.get(Question.of(wanted)));
    }

    /** @param underWay requests at the same host */
    boolean mayAsk(WantedAnswer wanted, URI address, long underWay, Instant now) {
        Turn host = hosts.get(host(address));
        boolean broken = count(host) >= settings.failures();
        // A host that failed is tried with one request alone before it gets more.
        long most = count(host) > 0 ? 1 : settings.atOnceEach();
        boolean left = broken && host != null && paused(host, count(host) - settings.failures() + 1, now);
        Turn question = questions.get(Question.of(wanted));
        return underWay < most && !left && (question == null || !paused(question, question.failures(), now));
    }

    private boolean paused(Turn turn, int failures, Instant now) {
        return now.isBefore(turn.at().plus(settings.pauses().pause(failures)));
    }

    /** Counted as failed until it was not: whatever happens, nobody is asked without a pause. */
    void asked(WantedAnswer wanted, Instant now) {
        questions.put(Question.of(wanted), new Turn(now, failures(wanted) + 1));
    }

    /** The host spoke, whatever it said. */
    void reached(URI address) {
        hosts.put(host(address), new Turn(Instant.MIN, 0));
    }

    /** The host did not speak, or not in the way of a responder. */
    void unreached(URI address, Instant now) {
        hosts.put(host(address), new Turn(now, count(hosts.get(host(address))) + 1));
    }

    void answered(WantedAnswer wanted, Instant now) {
        questions.put(Question.of(wanted), new Turn(now, 0));
    }

    private static int count(@Nullable Turn turn) {
        return turn == null ? 0 : turn.failures();
    }
}
