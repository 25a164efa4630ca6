package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.lienthong.gateway.digest.Sha256;

/**
 * The list of what an archive timestamp speaks for beside the signature itself: digests of certificates, of revocation data and
 * of unsigned attributes (EN 319 122-1 §5.5.2, {@code ats-hash-index-v3}).
 *
 * @param digest the JDK's name of the digest algorithm
 * @param encoded the list as it lies in the token
 */
record ArchiveIndex(
        String digest, Set<Digest> certificates, Set<Digest> revocations, Set<Digest> attributes, byte[] encoded) {
    static final String TIMESTAMP = "0.4.0.1733.2.4";
    static final String INDEX = "0.4.0.19122.1.5";

    /** Bytes that are equal by content. */
    record Digest(List<Byte> bytes) {
        static Digest of(byte[] bytes) {
            List<Byte> boxed = new ArrayList<>(bytes.length);
            for (byte one : bytes) {
                boxed.add(one);
            }
            return new Digest(List.copyOf(boxed));
        }
    }

    /** The list that a token carries. */
    static ArchiveIndex in(CmsSignature token) throws CmsException {
        Der values = token.signer().unsigned().get(INDEX);
        if (values == null) {
            throw new CmsException("ats-hash-index-v3: missing (expected: EN 319 122-1 §5.5.2)");
        }
        Der list = values.only("ats-hash-index-v3").expect(Der.SEQUENCE, "ats-hash-index-v3");
        List<Der> parts = list.children();
        if (parts.size() != 4) {
            throw new CmsException("ats-hash-index-v3: " + parts.size() + " parts (expected: 4)");
        }
        String digest = Algorithms.digest(AlgorithmId.read(parts.get(0)).oid()).orElse("");
        return new ArchiveIndex(
                digest, digests(parts.get(1)), digests(parts.get(2)), digests(parts.get(3)), list.encoded());
    }

    private static Set<Digest> digests(Der list) throws CmsException {
        Set<Digest> digests = new HashSet<>();
        for (Der one : list.expect(Der.SEQUENCE, "ats-hash-index-v3").children()) {
            digests.add(Digest.of(one.expect(Der.OCTETS, "ats-hash-index-v3").content()));
        }
        return digests;
    }

    /** A list of everything that lies in a signature now, by SHA-256. */
    static byte[] over(CmsSignature cms) {
        try {
            return new DERSequence(new ASN1Encodable[] {
                        new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
                        sequence(cms.certificates()),
                        sequence(cms.revocations()),
                        sequence(cms.signer().unsigned().all().stream()
                                .map(ArchiveIndex::bytes)
                                .toList())
                    })
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static DERSequence sequence(Collection<byte[]> values) {
        ASN1EncodableVector digests = new ASN1EncodableVector();
        values.forEach(value -> digests.add(new DEROctetString(Sha256.of(value).bytes())));
        return new DERSequence(digests);
    }

    /** What it lists and is not there, or no longer; empty when all of it is (EN 319 122-1 §5.5.2: otherwise it is void). */
    Optional<String> missing(CmsSignature cms) {
        boolean whole = found(certificates, cms.certificates())
                && found(revocations, cms.revocations())
                && found(
                        attributes,
                        cms.signer().unsigned().all().stream()
                                .map(ArchiveIndex::bytes)
                                .toList());
        return whole
                ? Optional.empty()
                : Optional.of("ats-hash-index-v3: lists what is not there (expected: all of it unchanged)");
    }

    private boolean found(Set<Digest> listed, Collection<byte[]> present) {
        if (listed.isEmpty()) {
            return true;
        }
        Set<Digest> known = new HashSet<>();
        present.forEach(one -> known.add(digest(one)));
        return known.containsAll(listed);
    }

    /** Whether an unsigned value is among what it speaks for. */
    Predicate<UnsignedAttributes.Value> covering() {
        return value -> attributes.contains(digest(bytes(value)));
    }

    private Digest digest(byte[] value) {
        return Digest.of(VerifySeal.digest(digest, value));
    }

    private static byte[] bytes(UnsignedAttributes.Value one) {
        byte[] value = one.value().encoded();
        byte[] both = Arrays.copyOf(one.typeBytes(), one.typeBytes().length + value.length);
        System.arraycopy(value, 0, both, one.typeBytes().length, value.length);
        return both;
    }

    /** What an archive timestamp with a list is over (EN 319 122-1 §5.5.3). */
    static ContentDigest imprint(CmsSignature cms, ContentDigest content, byte[] list) throws CmsException {
        byte[] fields = cms.signer().fields();
        byte[] type = type(cms.contentType());
        return algorithm -> {
            MessageDigest running = VerifySeal.running(algorithm);
            running.update(type);
            running.update(content.compute(algorithm));
            running.update(fields);
            running.update(list);
            return running.digest();
        };
    }

    private static byte[] type(String identifier) {
        try {
            return new ASN1ObjectIdentifier(identifier).getEncoded();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
