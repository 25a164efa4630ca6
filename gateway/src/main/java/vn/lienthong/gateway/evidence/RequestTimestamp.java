package vn.lienthong.gateway.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;

/**
 * Asks the authorities, one after the other, for a timestamp (RFC 3161), and takes only one that holds: status, imprint and
 * nonce of the answer, then signature, usage of the certificate and a path to our trust stores. Where no revocation list is
 * at hand it is taken all the same, since a token that is not fetched today cannot be fetched later.
 */
public final class RequestTimestamp {

    private static final int NONCE_BITS = 128;

    private final List<TimestampAuthority> authorities;
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
        this.verifying = verifying;
        this.random = random;
        this.clock = clock;
    }

    /** Whether there is anybody to ask. */
    boolean hasAuthorities() {
        return !authorities.isEmpty();
    }

    /**
     * A timestamp over the bytes.
     *
     * @throws TimestampFailed when no authority gave one that holds
     */
    public Timestamp over(byte[] stamped) throws TimestampFailed, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (TimestampAuthority authority : authorities) {
            try {
                return ask(authority, stamped);
            } catch (IOException | TSPException | CmsException | TimestampFailed fault) {
                faults.add(authority.name() + ": " + fault.getMessage());
            }
        }
        throw new TimestampFailed(faults.isEmpty() ? "no authority (expected: one)" : String.join("; ", faults));
    }

    private Timestamp ask(TimestampAuthority authority, byte[] stamped)
            throws IOException, TSPException, CmsException, TimestampFailed, InterruptedException {
        TimeStampRequest request = request(stamped);
        TimeStampResponse response = read(authority.ask(request.getEncoded()));
        response.validate(request);
        if (response.getTimeStampToken() == null) {
            throw new TimestampFailed("status " + response.getStatus() + ", "
                    + String.valueOf(response.getStatusString()).strip() + " (expected: granted)");
        }
        byte[] token = response.getTimeStampToken().getEncoded();
        TimestampVerdict verdict = verifying.get().verify(token, stamped, clock.instant());
        if (!verdict.provenButForRevocation()) {
            throw new TimestampFailed(verdict.fault().orElse(""));
        }
        return new Timestamp(verdict.time(), token, authority.name());
    }

    private TimeStampRequest request(byte[] stamped) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        // The highest bit is set, so that every nonce has the same length.
        BigInteger nonce = new BigInteger(NONCE_BITS - 1, random).setBit(NONCE_BITS - 1);
        return generator.generate(TSPAlgorithms.SHA256, Sha256.of(stamped).bytes(), nonce);
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
