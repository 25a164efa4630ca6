package vn.lienthong.gateway.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;

/**
 * Asks the authorities, one after the other, at most four calls at a time whoever wants them, for a timestamp (RFC 3161), and takes only one that holds: status, imprint and
 * nonce of the answer, then signature, usage of the certificate and a path to our trust stores. Where no revocation list is
 * at hand it is taken all the same, since a token that is not fetched today cannot be fetched later.
 */
public final class RequestTimestamp {

    private static final int NONCE_BITS = 128;

    /** As many calls at once as the authority of the Government Cipher Committee is known to bear, whoever wants them. */
    private static final int AT_ONCE = 4;

    private static final Duration TURN = Duration.ofMinutes(2);

    private final List<TimestampAuthority> authorities;
    private final List<Rest> rests;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Supplier<VerifyTimestamp> verifying;
    private final SecureRandom random;
    private final Clock clock;

    /** @param verifying by the trust of this moment: stores change while the gateway runs */
    public RequestTimestamp(
            List<TimestampAuthority> authorities,
            Supplier<VerifyTimestamp> verifying,
            SecureRandom random,
            Clock clock) {
        this.authorities = List.copyOf(authorities);
        this.rests = this.authorities.stream().map(authority -> new Rest()).toList();
        this.verifying = verifying;
        this.random = random;
        this.clock = clock;
    }

    /** Whether there is anybody to ask. */
    public boolean hasAuthorities() {
        return !authorities.isEmpty();
    }

    /**
     * A timestamp over the bytes.
     *
     * @throws TimestampFailed when no authority gave one that holds
     */
    public Timestamp over(byte[] stamped) throws TimestampFailed, InterruptedException {
        return over(Sha256.of(stamped));
    }

    /**
     * A timestamp over what has a SHA-256.
     *
     * @throws TimestampFailed when no authority gave one that holds
     */
    public Timestamp over(Sha256 stamped) throws TimestampFailed, InterruptedException {
        return over(Imprint.of(stamped));
    }

    /**
     * A timestamp over a digest of any kind.
     *
     * @throws TimestampFailed when no authority gave one that holds
     */
    public Timestamp over(Imprint stamped) throws TimestampFailed, InterruptedException {
        if (!places.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimestampFailed(AT_ONCE + " calls under way (expected: fewer)");
        }
        try {
            return inTurn(stamped);
        } finally {
            places.release();
        }
    }

    private Timestamp inTurn(Imprint stamped) throws TimestampFailed, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (int at = 0; at < authorities.size(); at++) {
            TimestampAuthority authority = authorities.get(at);
            Rest rest = rests.get(at);
            Optional<String> resting = rest.reason(clock.instant());
            if (resting.isPresent()) {
                faults.add(authority.name() + ": " + resting.get());
                continue;
            }
            try {
                Timestamp timestamp = ask(authority, stamped);
                rest.worked();
                return timestamp;
            } catch (IOException | TSPException | CmsException | TimestampFailed fault) {
                String why = String.valueOf(fault.getMessage());
                rest.failed(clock.instant(), why);
                faults.add(authority.name() + ": " + why);
            }
        }
        throw new TimestampFailed(faults.isEmpty() ? "no authority (expected: one)" : String.join("; ", faults));
    }

    private Timestamp ask(TimestampAuthority authority, Imprint stamped)
            throws IOException, TSPException, CmsException, TimestampFailed, InterruptedException {
        TimeStampRequest request = request(stamped);
        TimeStampResponse response = read(authority.ask(request.getEncoded()));
        response.validate(request);
        if (response.getTimeStampToken() == null) {
            throw new TimestampFailed("status " + response.getStatus() + ", "
                    + String.valueOf(response.getStatusString()).strip() + " (expected: granted)");
        }
        byte[] token = response.getTimeStampToken().getEncoded();
        TimestampVerdict verdict =
                verifying.get().verify(token, Map.of(stamped.digest(), stamped.bytes()), clock.instant());
        if (!verdict.provenButForRevocation()) {
            throw new TimestampFailed(verdict.fault().orElse(""));
        }
        return new Timestamp(verdict.time(), token, authority.name());
    }

    private TimeStampRequest request(Imprint stamped) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        // The highest bit is set, so that every nonce has the same length.
        BigInteger nonce = new BigInteger(NONCE_BITS - 1, random).setBit(NONCE_BITS - 1);
        return generator.generate(stamped.algorithm(), stamped.bytes(), nonce);
    }

    private static TimeStampResponse read(byte[] answer) throws IOException, TSPException, TimestampFailed {
        try {
            return new TimeStampResponse(answer);
        } catch (RuntimeException unreadable) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            throw new TimestampFailed("answer: unreadable (expected: TimeStampResp)");
        }
    }
}
