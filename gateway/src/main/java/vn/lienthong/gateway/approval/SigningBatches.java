package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where batches are kept. They take turns: who has taken one has it alone until then, and knows it by that instant. A document
 * waits in one batch at most.
 */
public interface SigningBatches {

    /**
     * Keeps one that was just confirmed.
     *
     * @return false, and nothing is kept, where one of its documents waits in another batch
     */
    boolean add(SigningBatch batch);

    Optional<SigningBatch> find(BatchId id);

    /** The one in which the document waits. */
    Optional<BatchId> waiting(RequestId request);

    /** The officer's, the newest first. */
    List<SigningBatch> of(String officer, int limit);

    /**
     * Of those that are not finished and that nobody has now, the one that has waited longest for its turn; from here on the
     * caller has it alone until then.
     */
    Optional<SigningBatch> take(Instant now, Instant until);

    /**
     * Keeps it for longer, and counts an attempt for what is begun now.
     *
     * @param taken with the lease of the caller
     * @return false, and nothing is changed, where somebody else has it by now
     */
    boolean extend(SigningBatch taken, Instant until, List<RequestId> begun);

    /**
     * Writes down what became of one document that waited; nothing where somebody else has the batch by now.
     *
     * @param taken with the lease of the caller
     */
    void note(SigningBatch taken, RequestId request, ItemOutcome outcome, String detail, Instant at);

    /** Writes down that it was signed, which is true whoever has the batch and whatever was told of it before. */
    void signed(BatchId id, RequestId request, Instant at);

    /**
     * Ends the turn, from which the wait for the next is counted; it is finished where nothing of it waits. Nothing is changed where somebody else has it by now.
     *
     * @param taken with the lease of the caller
     */
    void giveBack(SigningBatch taken, Instant at);
}
