package vn.lienthong.gateway.evidence.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import vn.lienthong.gateway.evidence.Imprint;

/** Digests that a tree is made with. When one grows weak, trees are renewed with the next (RFC 4998 §5.3). */
public enum ArchiveHash {
    SHA256("SHA-256", "2.16.840.1.101.3.4.2.1"),
    SHA512("SHA-512", "2.16.840.1.101.3.4.2.3");

    private static final int BUFFER_BYTES = 64 * 1024;

    private final String jdkName;
    private final String oid;

    ArchiveHash(String jdkName, String oid) {
        this.jdkName = jdkName;
        this.oid = oid;
    }

    /** As timestamps' verifiers name it. */
    String jdkName() {
        return jdkName;
    }

    AlgorithmIdentifier identifier() {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
    }

    Imprint imprint(byte[] digest) {
        return new Imprint(jdkName, new ASN1ObjectIdentifier(oid), digest);
    }

    static Optional<ArchiveHash> of(AlgorithmIdentifier identifier) {
        return Arrays.stream(values())
                .filter(hash -> hash.oid.equals(identifier.getAlgorithm().getId()))
                .findFirst();
    }

    /** The digest of the parts, one after the other. */
    public byte[] of(byte[]... parts) {
        ExtendedDigest digest = running();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        return finish(digest);
    }

    /** The digest of all that comes. */
    byte[] of(InputStream content) throws IOException {
        ExtendedDigest digest = running();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return finish(digest);
    }

    private ExtendedDigest running() {
        return switch (this) {
            case SHA256 -> new SHA256Digest();
            case SHA512 -> new SHA512Digest();
        };
    }

    private static byte[] finish(ExtendedDigest digest) {
        byte[] value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return value;
    }
}
