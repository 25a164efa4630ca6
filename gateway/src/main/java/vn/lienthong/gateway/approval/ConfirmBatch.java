package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.AccessEvents;

/**
 * Takes an officer's word for one or many documents, given with a second factor: exactly these files, and no others. What of
 * them cannot be signed any more is told one by one when it comes to it.
 */
public final class ConfirmBatch {

    private final SigningRequests requests;
    private final SigningBatches batches;
    private final ApprovalJournal journal;
    private final AccessEvents events;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public ConfirmBatch(
            SigningRequests requests,
            SigningBatches batches,
            ApprovalJournal journal,
            AccessEvents events,
            Supplier<UUID> ids,
            Clock clock) {
        this.requests = requests;
        this.batches = batches;
        this.journal = journal;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of these, the ones that wait for the officer, each once. */
    public List<SigningRequest> open(String officer, List<RequestId> chosen) {
        Map<RequestId, SigningRequest> open = requests.all(Set.copyOf(chosen)).stream()
                .filter(request -> request.isOpen() && request.officer().equals(officer))
                .collect(Collectors.toMap(SigningRequest::id, request -> request));
        return chosen.stream()
                .distinct()
                .flatMap(id -> Optional.ofNullable(open.get(id)).stream())
                .toList();
    }

    /**
     * Begins a batch; {@link SignBatch} works on it.
     *
     * @param shown as the officer saw them on the page that was confirmed; not empty
     * @param actor the officer, as evidence names people
     * @param how it was confirmed, for the journal
     * @return empty, and nothing is begun, where one of them was confirmed before and waits to be signed
     */
    public Optional<SigningBatch> confirm(String officer, List<SigningRequest> shown, String actor, String how) {
        SigningBatch batch = batch(officer, shown, Optional.empty(), ItemOutcome.WAITING);
        return events.together(() -> {
            if (!batches.add(batch)) {
                return Optional.empty();
            }
            journal.authorised(actor, batch, how);
            return Optional.of(batch);
        });
    }

    /**
     * Lines up what an officer signs one by one with the token at the own desk, as {@link NextAtDesk} tells. Nothing is signed by it
     * and nobody's word is taken: that is given with the token, for each.
     *
     * @param shown in the order in which they are signed; not empty
     */
    public SigningBatch lineUp(String officer, List<SigningRequest> shown) {
        SigningBatch batch = batch(officer, shown, Optional.of(clock.instant()), ItemOutcome.AT_DESK);
        batches.add(batch);
        return batch;
    }

    private SigningBatch batch(
            String officer, List<SigningRequest> shown, Optional<Instant> finishedAt, ItemOutcome outcome) {
        return new SigningBatch(
                new BatchId(ids.get()),
                officer,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                finishedAt,
                shown.stream()
                        .map(one -> new SigningBatch.Item(one.id(), one.asked(), outcome, "", 0))
                        .toList());
    }

    /** The batch in which all of these wait together, which was confirmed before. */
    public Optional<BatchId> before(List<SigningRequest> shown) {
        Set<Optional<BatchId>> waiting =
                shown.stream().map(one -> batches.waiting(one.id())).collect(Collectors.toSet());
        return waiting.size() == 1 ? waiting.iterator().next() : Optional.empty();
    }
}
