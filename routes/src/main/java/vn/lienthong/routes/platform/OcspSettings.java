package vn.lienthong.routes.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.gateway.signature.path.AnswerSettings;
import vn.lienthong.gateway.signature.path.FetchSettings;
import vn.lienthong.gateway.signature.path.OcspUse;

/**
 * {@code lienthong.revocation.ocsp}: how OCSP responders are asked.
 *
 * @param use {@code without-list}: where no revocation list settles it; {@code always}: beside lists too, since these are days
 *     old; {@code never}; default {@code without-list}
 * @param authorities whether about authorities too, not about signers alone; default false
 * @param get whether short requests go in the address, so that caches on the way may answer; default false: posted
 * @param nonceBytes length of the nonce that an answer must repeat, if it repeats one; default 0: none
 * @param naming what issuers are named with: {@code sha1} (every responder knows it) or {@code sha256}; default {@code sha1}
 * @param timeout of one request; default 10 s
 * @param longestAnswer in bytes; default 256 KB
 * @param atOnce requests under way in all; default 16
 * @param atOnceEach requests under way at one host; default 4
 * @param failures in a row after which a host is left alone for a while, doubled each time; default 3
 * @param keep how long answers are kept, since verdicts rest on them; default 3650 d
 */
public record OcspSettings(
        @DefaultValue("without-list") OcspUse.When use,
        @DefaultValue("false") boolean authorities,
        @DefaultValue("false") boolean get,
        @DefaultValue("0") int nonceBytes,
        @DefaultValue("sha1") AnswerSettings.Naming naming,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("256KB") DataSize longestAnswer,
        @DefaultValue("16") int atOnce,
        @DefaultValue("4") int atOnceEach,
        @DefaultValue("3") int failures,
        @DefaultValue("3650d") Duration keep) {
    private static final String PREFIX = "lienthong.revocation.ocsp.";
    private static final int LONGEST_NONCE = 128;

    public OcspSettings {
        Setting.inRange(PREFIX + "nonce-bytes", nonceBytes, 0, LONGEST_NONCE);
        Setting.inRange(PREFIX + "timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(5));
        Setting.inRange(PREFIX + "longest-answer", longestAnswer, DataSize.ofBytes(100), DataSize.ofMegabytes(16));
        Setting.inRange(PREFIX + "at-once", atOnce, 1, 1_000);
        Setting.inRange(PREFIX + "at-once-each", atOnceEach, 1, atOnce);
        Setting.inRange(PREFIX + "failures", failures, 1, 100);
        Setting.inRange(PREFIX + "keep", keep, Duration.ofDays(1), Duration.ofDays(36_500));
    }

    AnswerSettings asking() {
        return new AnswerSettings(
                naming,
                nonceBytes,
                atOnce,
                atOnceEach,
                failures,
                AnswerSettings.defaults().patience(),
                FetchSettings.defaults());
    }

    int longestBytes() {
        return Math.toIntExact(longestAnswer.toBytes());
    }
}
