package vn.lienthong.gateway.lasting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.TimestampFailed;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.GatherEvidence;
import vn.lienthong.gateway.signature.pdf.AddEvidence;
import vn.lienthong.gateway.signature.pdf.FileSigners;
import vn.lienthong.gateway.signature.pdf.LastSignature;
import vn.lienthong.gateway.signature.pdf.StampPdf;

/**
 * Takes a signed PDF file one step further (EN 319 142-1 §6: B, T, LT, LTA, LTA anew), with at most one call to an authority.
 * What is already there is found in the file itself, so that a step can be repeated. Nothing is handed out that our own
 * verifier does not find as good as before, and better by that step. Safe for many threads.
 */
public final class ExtendFile {
    private static final int TOKEN_BYTES = 16 * 1024;

    private final RequestTimestamp requesting;
    private final Supplier<LastingTrust> trust;
    private final Terms terms;
    private final Clock clock;

    /**
     * When to do what.
     *
     * @param freshWithin how long newer lists than the signature are waited for, before older ones are taken (EN 319 102-1, grace
     *     period)
     * @param renewBefore how long before the certificate of the last timestamp expires another one is put over it
     */
    public record Terms(Duration freshWithin, Duration renewBefore) {}

    /** @param trust as it is now, whenever it is asked */
    public ExtendFile(RequestTimestamp requesting, Supplier<LastingTrust> trust, Terms terms, Clock clock) {
        this.requesting = requesting;
        this.trust = trust;
        this.terms = terms;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Step {

        /**
         * It got further.
         *
         * @param again when it has to be renewed; empty where it has not
         */
        record Grown(byte[] file, LastingLevel level, Optional<Instant> again) implements Step {}

        /** It is where it is to get. */
        record Enough(LastingLevel level, Optional<Instant> again) implements Step {}

        /**
         * It has to be tried again.
         *
         * @param until where nothing went wrong: when it goes on in any case; before then only once something new is published
         */
        record NotYet(String why, Optional<Instant> until) implements Step {

            NotYet(String why) {
                this(why, Optional.empty());
            }
        }
    }

    /** One step towards a goal. */
    public Step step(byte[] file, LastingLevel goal, Instant signedAt) throws InterruptedException {
        try {
            return towards(file, goal, signedAt);
        } catch (TimestampFailed | SigningException fault) {
            return new Step.NotYet(String.valueOf(fault.getMessage()));
        }
    }

    private Step towards(byte[] file, LastingLevel goal, Instant signedAt)
            throws SigningException, TimestampFailed, InterruptedException {
        LastingTrust now = trust.get();
        LastSignature last = LastSignature.of(file, now.limits());
        FileSigners signers = FileSigners.of(file, now.limits(), now.certificates());
        if (goal == LastingLevel.B) {
            return new Step.Enough(LastingLevel.B, Optional.empty());
        }
        if (!last.stamped() && signers.last().isEmpty()) {
            return stamped(file, last, now);
        }
        if (goal == LastingLevel.T) {
            return enough(file, LastingLevel.T, Optional.empty(), now);
        }
        if (signers.lastsUntil().isPresent()) {
            Instant renewal = signers.lastsUntil().get().minus(terms.renewBefore());
            return clock.instant().isBefore(renewal)
                    ? enough(file, LastingLevel.LTA, Optional.of(renewal), now)
                    : renewed(file, signers, now);
        }
        if (!checking(now).lasts(file)) {
            return withEvidence(file, signers, now, signedAt);
        }
        return goal == LastingLevel.LT ? new Step.Enough(LastingLevel.LT, Optional.empty()) : archived(file, file, now);
    }

    /** That a timestamp is there was read off the file: what rests here has one that our verifier counts for the newest signature. */
    private Step enough(byte[] file, LastingLevel level, Optional<Instant> again, LastingTrust now) {
        return checking(now).timestamped(file)
                ? new Step.Enough(level, again)
                : new Step.NotYet("newest signature: no timestamp that counts (expected: level " + level + ")");
    }

    private Step stamped(byte[] file, LastSignature last, LastingTrust now)
            throws SigningException, TimestampFailed, InterruptedException {
        byte[] after = last.with(requesting.over(last.value()).token());
        checking(now).stamped(file, after);
        return new Step.Grown(after, LastingLevel.T, Optional.empty());
    }

    private Step withEvidence(byte[] file, FileSigners signers, LastingTrust now, Instant signedAt)
            throws SigningException {
        GatherEvidence.Gathered gathered = now.gathering().about(signers.all());
        Instant until = signedAt.plus(terms.freshWithin());
        boolean fresh = gathered.oldest().filter(signedAt::isBefore).isPresent();
        if (!fresh && clock.instant().isBefore(until)) {
            return new Step.NotYet(
                    "revocation of before the signature, or none (expected: newer; older is taken from " + until
                            + " on) " + gathered.lacking(),
                    Optional.of(until));
        }
        byte[] after = new AddEvidence().to(file, gathered.evidence());
        if (!checking(now).lasts(after)) {
            return new Step.NotYet("evidence: not enough (expected: all that a check needs) " + gathered.lacking());
        }
        checking(now).extended(file, after);
        return new Step.Grown(after, LastingLevel.LT, Optional.empty());
    }

    /** The timestamp over it proves that what it needs existed while its own certificate was good (EN 319 142-1 §5.4.3). */
    private Step archived(byte[] before, byte[] file, LastingTrust now)
            throws SigningException, TimestampFailed, InterruptedException {
        StampPdf.Prepared prepared = new StampPdf().prepare(file, TOKEN_BYTES);
        byte[] after = prepared.complete(requesting.over(prepared.digest()).token());
        checking(now).archived(before, after);
        Optional<Instant> until =
                FileSigners.of(after, now.limits(), now.certificates()).lastsUntil();
        return new Step.Grown(after, LastingLevel.LTA, until.map(this::renewal));
    }

    private Step renewed(byte[] file, FileSigners signers, LastingTrust now)
            throws SigningException, TimestampFailed, InterruptedException {
        GatherEvidence.Gathered gathered =
                now.gathering().about(signers.last().stream().toList());
        byte[] proven = new AddEvidence().to(file, gathered.evidence());
        return checking(now).timestampsLast(proven)
                ? archived(file, proven, now)
                : new Step.NotYet(
                        "evidence about the last timestamp: not enough (expected: of today) " + gathered.lacking());
    }

    /** A certificate that does not last that long is renewed halfway. */
    private Instant renewal(Instant until) {
        Instant now = clock.instant();
        Instant wanted = until.minus(terms.renewBefore());
        return wanted.isAfter(now)
                ? wanted
                : now.plus(Duration.between(now, until).dividedBy(2));
    }

    private CheckExtended checking(LastingTrust now) {
        return new CheckExtended(now, clock.instant());
    }
}
