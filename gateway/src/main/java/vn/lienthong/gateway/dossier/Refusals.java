package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.Finding;

/** Submissions that were not taken: a caller got the reason, and an operator finds the entry. */
public interface Refusals {

    void add(Refusal refusal);

    /** Newest first. */
    List<Refusal> latest(int limit);

    /**
     * One submission that was turned away.
     *
     * @param systemId as the caller claimed it, which may be untrue
     * @param documentId as far as it was read
     * @param bytes digest of what was handed in, where it was kept
     */
    record Refusal(
            Instant at,
            Channel channel,
            String systemId,
            String remote,
            String documentId,
            Optional<Sha256> bytes,
            List<Finding> findings) {}
}
