package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.util.Optional;

/** What an officer signs next of a batch that is signed one by one, with the token at the own desk. */
public final class NextAtDesk {

    private final SigningBatches batches;
    private final SigningRequests requests;
    private final Signers signers;
    private final Clock clock;

    public NextAtDesk(SigningBatches batches, SigningRequests requests, Signers signers, Clock clock) {
        this.batches = batches;
        this.requests = requests;
        this.signers = signers;
        this.clock = clock;
    }

    /** The first of the officer's batch that still waits as it was chosen, and that the officer may still sign. */
    public Optional<SigningRequest> of(String officer, BatchId id) {
        return batches.find(id).filter(batch -> batch.officer().equals(officer)).stream()
                .flatMap(batch -> batch.items().stream())
                .filter(item -> item.outcome() == ItemOutcome.AT_DESK)
                .flatMap(item ->
                        requests
                                .find(item.request())
                                .filter(request -> request.asked().equals(item.digest()))
                                .stream())
                .filter(request -> request.isOpen() && request.officer().equals(officer) && may(request))
                .findFirst();
    }

    private boolean may(SigningRequest request) {
        return signers.find(request.officer(), request.agency(), clock.instant())
                .isPresent();
    }
}
