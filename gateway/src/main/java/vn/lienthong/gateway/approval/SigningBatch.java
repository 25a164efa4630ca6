package vn.lienthong.gateway.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * What an officer confirmed at once, and how far it is.
 *
 * @param officer username
 * @param begunAt when it first had its turn; empty before
 * @param leaseUntil until when the one who works on it has it alone
 * @param finishedAt empty while something of it waits for the gateway; what is signed at a desk does not
 */
public record SigningBatch(
        BatchId id,
        String officer,
        Instant confirmedAt,
        Optional<Instant> begunAt,
        Optional<Instant> leaseUntil,
        Optional<Instant> finishedAt,
        List<Item> items) {

    public SigningBatch {
        items = List.copyOf(items);
    }

    /** One that was just confirmed. */
    public static SigningBatch of(BatchId id, String officer, Instant confirmedAt, List<Item> items) {
        return new SigningBatch(id, officer, confirmedAt, Optional.empty(), Optional.empty(), Optional.empty(), items);
    }

    /**
     * One document.
     *
     * @param digest SHA-256 of the file as it was when the officer confirmed
     * @param detail what else a reader needs; may be empty
     * @param attempts how often it was begun
     */
    public record Item(RequestId request, Sha256 digest, ItemOutcome outcome, String detail, int attempts) {

        /** Not yet begun. */
        public static Item waiting(RequestId request, Sha256 digest) {
            return new Item(request, digest, ItemOutcome.WAITING, "", 0);
        }
    }

    /** The same, had by its caller until then. */
    public SigningBatch leased(Instant until) {
        return new SigningBatch(id, officer, confirmedAt, begunAt, Optional.of(until), finishedAt, items);
    }

    /**
     * Whether the officer's word is too old to sign on: its first turn came too late, or is too long ago. A batch that has to
     * share its key is not the older for that while it waits.
     */
    public boolean isOldAt(Instant now, Duration goodFor) {
        Instant begun = begunAt.orElse(now);
        return begun.isAfter(confirmedAt.plus(goodFor)) || now.isAfter(begun.plus(goodFor));
    }

    public List<Item> waiting() {
        return items.stream()
                .filter(item -> item.outcome() == ItemOutcome.WAITING)
                .toList();
    }

    public long count(ItemOutcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).count();
    }
}
