package vn.lienthong.gateway.signature.path;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks responders about certificates that could not be settled. Apart from documents and outside every transaction: one
 * answer serves all that wait, so many requests at a time and no more at one host, a host that fails is left alone for longer
 * each time, and one that hangs holds up nobody else.
 */
public final class FetchAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(FetchAnswers.class);
    private static final int ROUNDS = 20;

    private final OcspCache answers;
    private final OcspSource source;
    private final AnswerSettings settings;
    private final ExecutorService threads;
    private final SecureRandom random;
    private final Clock clock;
    private final ResponderTurns turns;
    private final Map<WantedAnswer, URI> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean fetching = new AtomicBoolean();

    public FetchAnswers(
            OcspCache answers,
            OcspSource source,
            AnswerSettings settings,
            ExecutorService threads,
            SecureRandom random,
            Clock clock) {
        this.answers = answers;
        this.source = source;
        this.settings = settings;
        this.threads = threads;
        this.random = random;
        this.clock = clock;
        this.turns = new ResponderTurns(settings);
    }

    /**
     * Asks what is due; returns how many answers came in while it waited. Does nothing where another thread is at it. Who
     * does not answer within the patience of a round is waited for elsewhere.
     */
    public int fetch() {
        if (!fetching.compareAndSet(false, true)) {
            return 0;
        }
        try {
            int taken = 0;
            boolean late = false;
            for (int round = 0; round < ROUNDS && !late; round++) {
                List<Future<Boolean>> asked = ask(clock.instant());
                if (asked.isEmpty()) {
                    break;
                }
                for (Future<Boolean> one : asked) {
                    Boolean came = (late && !one.isDone()) ? null : waited(one);
                    late |= came == null;
                    taken += Boolean.TRUE.equals(came) ? 1 : 0;
                }
            }
            return taken;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            fetching.set(false);
        }
    }

    private @Nullable Boolean waited(Future<Boolean> one) throws InterruptedException {
        try {
            return one.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return null;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("OCSP: a fault of ours (expected: an answer or its refusal)", fault);
        }
    }

    private List<Future<Boolean>> ask(Instant now) {
        List<Future<Boolean>> asked = new ArrayList<>();
        for (WantedAnswer wanted : answers.wanted()) {
            if (underWay.size() >= settings.atOnce()) {
                break;
            }
            URI address = wanted.address(turns.failures(wanted));
            long there = underWay.values().stream()
                    .filter(other -> ResponderTurns.host(other).equals(ResponderTurns.host(address)))
                    .count();
            if (turns.mayAsk(wanted, address, there, now) && underWay.putIfAbsent(wanted, address) == null) {
                asked.add(threads.submit(() -> fetch(wanted, address)));
            }
        }
        return asked;
    }

    private boolean fetch(WantedAnswer wanted, URI address) {
        turns.asked(wanted, clock.instant());
        try {
            byte[] nonce = nonce();
            byte[] answer = reach(address, OcspQuestion.about(wanted, settings.naming(), nonce));
            boolean taken = answers.take(answer, wanted, address, nonce, clock.instant());
            if (taken) {
                turns.answered(wanted, clock.instant());
            }
            return taken;
        } catch (RevocationUnavailable refused) {
            answers.refused(wanted, String.valueOf(refused.getMessage()));
            if (turns.failures(wanted) <= 1) {
                LOG.warn(
                        "OCSP at {} gives no answer, signatures that need it stay indeterminate: {}",
                        address,
                        refused.getMessage());
            }
            return false;
        } finally {
            underWay.remove(wanted);
        }
    }

    /** The breaker counts hosts that cannot be reached; what one says, and be it a refusal, is no fault of the way there. */
    private byte[] reach(URI address, byte[] request) throws RevocationUnavailable {
        try {
            byte[] answer = source.ask(address, request);
            turns.reached(address);
            return answer;
        } catch (RevocationUnavailable silent) {
            turns.unreached(address, clock.instant());
            throw silent;
        }
    }

    private byte @Nullable [] nonce() {
        if (settings.nonceBytes() == 0) {
            return null;
        }
        byte[] nonce = new byte[settings.nonceBytes()];
        random.nextBytes(nonce);
        return nonce;
    }
}
