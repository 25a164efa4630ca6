package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found about one signature, each question by itself. None of them is a verdict.
 *
 * @param field the name of the signature's field, or its place
 * @param subFilter the kind of encoding as the file names it, such as {@code ETSI.CAdES.detached}
 * @param signer empty when no certificate is bound to the signature
 * @param changesAfter what later revisions of the file altered, oldest first
 */
public record SignatureFacts(
        String field,
        String subFilter,
        Optional<SignerFacts> signer,
        TimeFacts time,
        AlgorithmFacts algorithms,
        Coverage coverage,
        Integrity integrity,
        PathStatus path,
        RevocationFacts revocation,
        List<Change> changesAfter) {

    public SignatureFacts {
        changesAfter = List.copyOf(changesAfter);
    }

    /** Facts of a signature that could not be read. */
    public static SignatureFacts unread(String field, String subFilter, Instant validationTime) {
        return new SignatureFacts(
                field,
                subFilter,
                Optional.empty(),
                TimeFacts.unknown(validationTime),
                AlgorithmFacts.UNKNOWN,
                Coverage.UNKNOWN,
                Integrity.NOT_CHECKED,
                PathStatus.NOT_CHECKED,
                RevocationFacts.NOT_ASKED,
                List.of());
    }
}
