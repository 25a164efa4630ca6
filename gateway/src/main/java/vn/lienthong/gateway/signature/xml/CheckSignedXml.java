package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * What we signed, looked at by our own verifier before anybody else sees it: intact, of a sound form, and earlier signatures as
 * they were. Whether the signer is trusted is a question for receivers.
 */
final class CheckSignedXml {
    private final VerifyXml verifier;
    private final byte @Nullable [] before;
    private final List<SignedFile> beside;
    private final Instant at;

    CheckSignedXml(X509Certificate signer, byte @Nullable [] before, List<SignedFile> beside, Instant at) {
        TrustStore own = new TrustStore(TrustBranch.GOVERNMENT, List.of(signer), List.of());
        this.verifier = new VerifyXml(
                TrustStores.of(own), Revocations.none(), ValidationPolicy.standard(), XmlLimits.standard());
        this.before = before;
        this.beside = beside;
        this.at = at;
    }

    void holds(byte[] signed, String id) throws SigningException {
        SignatureReport report = report(signed);
        Map<String, Integrity> now = integrity(report);
        if (report.presence() != Presence.SIGNED || now.get(id) != Integrity.INTACT) {
            throw new SigningException(
                    "signed XML: " + report.presence() + ", " + now + " " + report.allFindings()
                            + " (expected: intact by our own verifier)",
                    null);
        }
        if (before != null) {
            for (Map.Entry<String, Integrity> earlier :
                    integrity(report(before)).entrySet()) {
                if (earlier.getValue() == Integrity.INTACT && now.get(earlier.getKey()) != Integrity.INTACT) {
                    throw new SigningException(
                            "signature " + earlier.getKey() + ": broken by one more (expected: over a part by its Id)",
                            null);
                }
            }
        }
    }

    private SignatureReport report(byte[] xml) throws SigningException {
        try {
            return verifier.verify(SignedFile.of("signed.xml", xml), beside, at);
        } catch (IOException unreadable) {
            throw new SigningException("signed XML: cannot be read back (expected: the files beside it)", unreadable);
        }
    }

    private static Map<String, Integrity> integrity(SignatureReport report) {
        Map<String, Integrity> found = new TreeMap<>();
        for (SignatureVerdict verdict : report.verdicts()) {
            found.put(verdict.facts().field(), verdict.facts().integrity());
        }
        return found;
    }
}
