package vn.lienthong.gateway.signature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was found about one signature, each question by itself. None of them is a verdict.
 *
 * @param field the name of the signature's field, or its place
 * @param subFilter the kind of encoding as the file names it, such as {@code ETSI.CAdES.detached}
 * @param signer empty when no certificate is bound to the signature
 * @param changesAfter what later revisions of the file altered, oldest first
 * @param agency whose the certificate is by the directory; empty where nobody looked
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
        List<Change> changesAfter,
        Optional<SignerAgency> agency) {

    /** Encodings that are read in PDF files (ISO 32000-2 §12.8.3.3, EN 319 142-1 §6.3); other forms name theirs otherwise. */
    private static final Set<String> PDF_ENCODINGS = Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");

    public SignatureFacts {
        changesAfter = List.copyOf(changesAfter);
    }

    /** Facts that the directory was not asked about. */
    public SignatureFacts(
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
        this(
                field,
                subFilter,
                signer,
                time,
                algorithms,
                coverage,
                integrity,
                path,
                revocation,
                changesAfter,
                Optional.empty());
    }

    /** The same with whose the certificate is. */
    public SignatureFacts withAgency(SignerAgency whose) {
        return new SignatureFacts(
                field,
                subFilter,
                signer,
                time,
                algorithms,
                coverage,
                integrity,
                path,
                revocation,
                changesAfter,
                Optional.of(whose));
    }

    /** Whether it is a signature that a PDF file holds. */
    public boolean inPdf() {
        return PDF_ENCODINGS.contains(subFilter);
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
