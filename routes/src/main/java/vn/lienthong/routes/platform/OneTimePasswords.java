package vn.lienthong.routes.platform;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.gateway.access.OneTimeCodes;

/** Codes of RFC 6238 by a library. Safe for many threads. */
final class OneTimePasswords implements OneTimeCodes {

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(
            Duration.ofSeconds(STEP_SECONDS), DIGITS, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1);

    @Override
    public String at(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(Math.multiplyExact(step, STEP_SECONDS)),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("TOTP: key refused (expected: any bytes)", e);
        }
    }
}
