package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.StreamedDigests;

/**
 * Whether the files that a manifest lists are those that lie in the container (EN 319 162-1 §4.4.3.2, EN 319 102-1 §5.2.7). Each
 * is unpacked once for each algorithm, however many manifests list it.
 */
final class CheckReferences {
    private static final Map<String, String> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512",
            "http://www.w3.org/2007/05/xmldsig-more#sha3-256", "SHA3-256",
            "http://www.w3.org/2007/05/xmldsig-more#sha3-384", "SHA3-384",
            "http://www.w3.org/2007/05/xmldsig-more#sha3-512", "SHA3-512",
            "http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1");

    private final Container container;
    private final ValidationPolicy policy;
    private final Map<String, StreamedDigests> digests = new HashMap<>();

    CheckReferences(Container container, ValidationPolicy policy) {
        this.container = container;
        this.policy = policy;
    }

    /** Objects to what is missing, altered, or listed by an algorithm that is not accepted. */
    Integrity check(Manifest manifest, Judgement judgement) throws IOException {
        Integrity integrity = Integrity.INTACT;
        for (Manifest.Reference reference : manifest.references()) {
            Integrity one = check(reference, judgement);
            integrity = integrity == Integrity.CONTENT_CHANGED || one == Integrity.INTACT ? integrity : one;
        }
        return integrity;
    }

    private Integrity check(Manifest.Reference reference, Judgement judgement) throws IOException {
        String algorithm = ALGORITHMS.getOrDefault(reference.algorithm(), "");
        if (!policy.digests().contains(algorithm)) {
            judgement.object(
                    SubIndication.CRYPTO_CONSTRAINTS_FAILURE,
                    algorithm.isEmpty() ? ErrorCode.SIGNATURE_INDETERMINATE : ErrorCode.SIGNATURE_WEAK_ALGORITHM,
                    "digest of " + reference.file() + ": by " + reference.algorithm() + " (expected: one of "
                            + policy.digests() + ")");
        }
        if (!container.has(reference.file())) {
            judgement.object(
                    SubIndication.SIGNED_DATA_NOT_FOUND,
                    ErrorCode.SIGNATURE_INDETERMINATE,
                    "file " + reference.file() + ": missing (expected: in the container, as the manifest lists it)");
            return Integrity.NOT_CHECKED;
        }
        if (algorithm.isEmpty()) {
            return Integrity.NOT_CHECKED;
        }
        if (MessageDigest.isEqual(reference.digest(), digest(reference.file(), algorithm))) {
            return Integrity.INTACT;
        }
        judgement.object(
                SubIndication.HASH_FAILURE,
                ErrorCode.SIGNATURE_FAILED,
                "file " + reference.file() + ": another content than listed (expected: the signed one)");
        return Integrity.CONTENT_CHANGED;
    }

    private byte[] digest(String name, String algorithm) throws IOException {
        if (!digests.containsKey(name)) {
            SignedFile file = container.file(name);
            digests.put(name, new StreamedDigests(file, Set.of(algorithm)));
        }
        return Objects.requireNonNull(digests.get(name)).compute(algorithm);
    }
}
