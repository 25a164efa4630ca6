package vn.lienthong.gateway.signature.xml;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.path.KnownCertificate;

/** What is said of a signature whose algorithms are known and weak, where it is named and not verified. */
final class WeakSignature {

    private WeakSignature() {}

    /**
     * The verdict.
     *
     * @param algorithms those that are too weak
     * @param signer whose it says it is
     */
    static SignatureVerdict verdict(
            String where,
            String field,
            List<String> algorithms,
            Optional<KnownCertificate> signer,
            Instant validationTime) {
        Judgement judgement = new Judgement(where);
        judgement.object(
                SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                "algorithms: " + algorithms + " (expected: SHA-2)");
        return judgement.verdict(new SignatureFacts(
                field,
                "XML-DSig",
                signer.map(certificate -> certificate.signer(Optional.empty())),
                TimeFacts.unknown(validationTime),
                new AlgorithmFacts(algorithms.stream().anyMatch(one -> one.endsWith("md5")) ? "MD5" : "SHA-1", "", 0),
                Coverage.UNKNOWN,
                Integrity.NOT_CHECKED,
                PathStatus.NOT_CHECKED,
                RevocationFacts.NOT_ASKED,
                List.of()));
    }
}
