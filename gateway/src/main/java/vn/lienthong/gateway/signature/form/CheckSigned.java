package vn.lienthong.gateway.signature.form;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.form.NotAsAsked.Fault;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.AddedSince;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;

/**
 * Looks at a file before and after it is signed, as a receiver would. Whom one trusts is not asked here: only whether every
 * signature is whole, and each later revision is a signature and nothing else.
 */
public final class CheckSigned {
    private static final Set<ErrorCode> STRUCTURE = Set.of(ErrorCode.SIGNATURE_BROKEN, ErrorCode.CHANGED_AFTER_SIGNING);

    private final VerifyPdf verifier;
    private final PdfLimits limits;

    public CheckSigned(PdfLimits limits) {
        this.limits = limits;
        this.verifier = new VerifyPdf(TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), limits);
    }

    /** What is broken about the signatures that are there already: a further one would cover it up. */
    List<Finding> broken(String name, byte[] pdf) {
        return broken(verifier.verify(name, PdfBytes.of(pdf), Instant.EPOCH));
    }

    private static List<Finding> broken(SignatureReport report) {
        return Stream.concat(
                        report.findings().stream(), report.verdicts().stream().flatMap(CheckSigned::broken))
                .filter(Finding::isError)
                .toList();
    }

    /** Certificates and times are for the receiver to judge, in the light of whom he trusts. */
    private static Stream<Finding> broken(SignatureVerdict verdict) {
        boolean intact = verdict.facts().integrity() == Integrity.INTACT;
        return verdict.findings().stream().filter(finding -> !intact || STRUCTURE.contains(finding.code()));
    }

    /**
     * Compares what was and what is.
     *
     * @param signer whose signature was to be added
     * @throws SigningException when the file is not the old one with exactly one intact signature of the signer more
     */
    void check(byte[] before, byte[] after, X509Certificate signer, Instant at) throws SigningException {
        check(before, after, Set.of(certificate(signer)), at);
    }

    /**
     * Compares what was handed to somebody else to sign and what came back. Besides what holds for our own signatures, nothing may
     * have been added but the signature, also where no earlier signature would be hurt by it: such a signer is not our program.
     *
     * @param signers SHA-256 of the certificates of which one was to sign
     * @return which of them signed
     * @throws NotAsAsked when the file is not the old one with exactly one intact signature of one of them more
     */
    public Sha256 checkReturned(byte[] before, byte[] after, Set<Sha256> signers, Instant at) throws NotAsAsked {
        Sha256 signer = check(before, after, signers, at);
        for (Change change : AddedSince.in(PdfBytes.of(after), before.length, limits)) {
            if (change.kind() == Change.Kind.CONTENT || change.kind() == Change.Kind.ANNOTATION) {
                throw refused(Fault.CONTENT, change + " (expected: a signature alone)");
            }
        }
        return signer;
    }

    private Sha256 check(byte[] before, byte[] after, Set<Sha256> signers, Instant at) throws NotAsAsked {
        if (after.length <= before.length || !Arrays.equals(before, 0, before.length, after, 0, before.length)) {
            throw refused(Fault.EARLIER_BYTES, "earlier bytes: changed (expected: kept)");
        }
        int earlier = verifier.verify("PDF", PdfBytes.of(before), at).verdicts().size();
        SignatureReport report = verifier.verify("PDF", PdfBytes.of(after), at);
        if (report.presence() != Presence.SIGNED || !broken(report).isEmpty()) {
            throw refused(
                    Fault.NOT_SOUND, report.presence() + " " + broken(report) + " (expected: SIGNED, nothing wrong)");
        }
        List<SignatureVerdict> now = report.verdicts();
        if (now.size() != earlier + 1) {
            throw refused(Fault.COUNT, "signatures: " + now.size() + " (expected: " + (earlier + 1) + ")");
        }
        SignatureVerdict added = now.getLast();
        if (added.facts().integrity() != Integrity.INTACT || added.facts().coverage() != Coverage.WHOLE_FILE) {
            throw refused(
                    Fault.COVERAGE,
                    added.facts().integrity() + " " + added.facts().coverage() + " (expected: INTACT WHOLE_FILE)");
        }
        Sha256 signer = checkSigner(added, signers);
        if (earlier > 0) {
            checkChanges(now.get(earlier - 1));
        }
        return signer;
    }

    /** Another key may have come into the place of the one that was asked. */
    private static Sha256 checkSigner(SignatureVerdict added, Set<Sha256> expected) throws NotAsAsked {
        Optional<Sha256> found = added.facts().signer().map(SignerFacts::certificate);
        return found.filter(expected::contains)
                .orElseThrow(() -> refused(
                        Fault.CERTIFICATE,
                        "certificate: " + found.map(Sha256::hex).orElse("none") + " (expected: "
                                + expected.stream().map(Sha256::hex).collect(Collectors.joining(" or ")) + ")"));
    }

    private static Sha256 certificate(X509Certificate signer) throws SigningException {
        try {
            return Sha256.of(signer.getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new SigningException("certificate: cannot be encoded (expected: X.509)", broken);
        }
    }

    private static void checkChanges(SignatureVerdict last) throws NotAsAsked {
        for (Change change : last.facts().changesAfter()) {
            if (change.kind() == Change.Kind.CONTENT || change.kind() == Change.Kind.ANNOTATION) {
                throw refused(Fault.CONTENT, last.facts().field() + ": " + change + " (expected: a signature alone)");
            }
        }
    }

    private static NotAsAsked refused(Fault fault, String text) {
        return new NotAsAsked(fault, "signed PDF: " + text);
    }
}
