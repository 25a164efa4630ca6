package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.KeyLines;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.key.SigningException;

/**
 * Works off what officers confirmed. A batch that was cut off, by a kill too, is taken up again where it stood: what is signed is
 * on record together with its request, and is not signed a second time. After a while the officer's word is too old, and what is
 * left is told so.
 */
public final class SignBatch {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SigningBatches batches;
    private final SigningRequests requests;
    private final HeldKeys<String, SignerId, SignerKey> keys;
    private final KeyLines<String> lines = new KeyLines<>();
    private final SignChunk signing;
    private final SigningLimits limits;
    private final SignerKeys records;
    private final Clock clock;

    public SignBatch(
            SigningBatches batches,
            SigningRequests requests,
            HeldKeys<String, SignerId, SignerKey> keys,
            SignerKeys records,
            SignChunk signing,
            SigningLimits limits,
            Clock clock) {
        this.batches = batches;
        this.requests = requests;
        this.keys = keys;
        this.records = records;
        this.signing = signing;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Does what can be done at once of the batch that has waited longest for its turn: one that is long or slow does not keep
     * the others.
     *
     * @return false where none waits
     */
    public boolean next() {
        Instant now = clock.instant();
        Optional<SigningBatch> taken = batches.take(now, until(now, 1));
        taken.ifPresent(this::turn);
        return taken.isPresent();
    }

    /**
     * A chunk is done by then, whatever its key takes: else another one may take the batch up, and what both sign counts once. In
     * the units of the record: it is by this instant that one knows one's own lease.
     */
    private Instant until(Instant now, int together) {
        return now.plus(LEASE)
                .plus(limits.patience())
                .plus(limits.answer().multipliedBy(together + 1L))
                .plus(limits.stamping().multipliedBy(together))
                .truncatedTo(ChronoUnit.MICROS);
    }

    private void turn(SigningBatch taken) {
        List<SigningBatch.Item> left = fit(taken, clock.instant());
        SigningBatch mine = left.isEmpty() ? taken : atTheKey(taken, left);
        batches.giveBack(mine, clock.instant());
    }

    /** @return the batch with the lease that one has now */
    private SigningBatch atTheKey(SigningBatch taken, List<SigningBatch.Item> left) {
        try (OpenSigner signer = OpenSigner.of(keys, lines, taken.officer(), limits)) {
            List<SigningBatch.Item> chunk = chunk(taken, left);
            Instant until = until(clock.instant(), chunk.size());
            if (!batches.extend(
                    taken, until, chunk.stream().map(SigningBatch.Item::request).toList())) {
                return taken;
            }
            SigningBatch mine = taken.leased(until);
            sign(mine, chunk, left, signer);
            return mine;
        } catch (KeyInUse busy) {
            // Nothing was begun: it has its turn again.
            return taken;
        } catch (SigningException hanging) {
            tell(taken, left, ItemOutcome.KEY_UNUSABLE, KeyTold.of(taken, hanging));
            return taken;
        } catch (InterruptedException stopping) {
            // What waits is taken up after the restart.
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "batch " + taken.id() + ": interrupted (expected: taken up later)", stopping);
        }
    }

    /** A token that lies at the officer's desk by now is nothing to open here. */
    private boolean isAtDesk(SigningBatch batch) {
        return records.of(batch.officer(), clock.instant())
                .filter(SignerKey::isAtDesk)
                .isPresent();
    }

    /** What may still be signed of it; the others are told why not. */
    private List<SigningBatch.Item> fit(SigningBatch taken, Instant now) {
        List<SigningBatch.Item> waiting = taken.waiting();
        if (taken.isOldAt(now, limits.goodFor())) {
            tell(taken, waiting, ItemOutcome.CUT_OFF, "");
            return List.of();
        }
        if (isAtDesk(taken)) {
            tell(taken, waiting, ItemOutcome.AT_DESK, "");
            return List.of();
        }
        // Whoever began with it so often was cut off each time: it may be what cuts off.
        tell(
                taken,
                waiting.stream().filter(this::isTried).toList(),
                ItemOutcome.UNFIT,
                "attempts: " + limits.attempts());
        return waiting.stream().filter(item -> !isTried(item)).toList();
    }

    private boolean isTried(SigningBatch.Item item) {
        return item.attempts() >= limits.attempts();
    }

    private void sign(SigningBatch mine, List<SigningBatch.Item> chunk, List<SigningBatch.Item> left, OpenSigner signer)
            throws InterruptedException {
        try {
            signing.sign(mine, chunk, signer);
        } catch (SigningException unusable) {
            // Of what was noted before, each keeps what it was told.
            tell(mine, left, ItemOutcome.KEY_UNUSABLE, KeyTold.of(mine, unusable));
        }
    }

    private void tell(SigningBatch mine, List<SigningBatch.Item> left, ItemOutcome outcome, String detail) {
        left.forEach(item -> batches.note(mine, item.request(), outcome, detail, clock.instant()));
    }

    /**
     * A key at hand signs one by one, so that little is lost when it stops; a service is asked for many at once. What was cut off
     * before is done alone: it takes nothing else with it.
     */
    private List<SigningBatch.Item> chunk(SigningBatch batch, List<SigningBatch.Item> left) {
        boolean remote = records.of(batch.officer(), clock.instant())
                .filter(key -> key.place() instanceof KeyPlace.Remote)
                .isPresent();
        int most = remote && left.getFirst().attempts() == 0 ? limits.together() : 1;
        List<SigningBatch.Item> chunk = new ArrayList<>();
        long bytes = 0;
        for (SigningBatch.Item item : left) {
            bytes += requests.find(item.request())
                    .flatMap(SigningRequest::bytes)
                    .map(file -> file.length())
                    .orElse(0L);
            if (!chunk.isEmpty() && (chunk.size() >= most || item.attempts() > 0 || bytes > limits.togetherBytes())) {
                break;
            }
            chunk.add(item);
        }
        return chunk;
    }
}
