package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;

/** A CAdES signature that waits for its value (EN 319 122-1 level B-B): everything is in place but the value itself. */
public final class PreparedCms {
    private static final int PIECE_BYTES = 1 << 16;

    private final SignedFile content;
    private final boolean inside;
    private final CmsDraft draft;
    private final Instant at;

    private PreparedCms(SignedFile content, boolean inside, CmsDraft draft, Instant at) {
        this.content = content;
        this.inside = inside;
        this.draft = draft;
        this.at = at;
    }

    /**
     * A signature to be kept beside the content, which is streamed.
     *
     * @param chain the signer's certificate first, then the authorities above it
     * @param at the claimed time
     */
    public static PreparedCms detached(
            SignedFile content, List<X509Certificate> chain, SignatureAlgorithm algorithm, Instant at)
            throws IOException {
        return new PreparedCms(content, false, draft(content, chain, algorithm, at), at);
    }

    /** A signature with the content inside, which is held in memory. */
    public static PreparedCms attached(
            SignedFile content, List<X509Certificate> chain, SignatureAlgorithm algorithm, Instant at)
            throws IOException {
        return new PreparedCms(content, true, draft(content, chain, algorithm, at), at);
    }

    private static CmsDraft draft(
            SignedFile content, List<X509Certificate> chain, SignatureAlgorithm algorithm, Instant at)
            throws IOException {
        MessageDigest running = Sha256.newDigest();
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = content.open()) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                running.update(piece, 0, count);
            }
        }
        return CmsDraft.of(Sha256.finish(running), chain, algorithm, Optional.of(at));
    }

    /** What the key signs. */
    public byte[] toBeSigned() {
        return draft.toBeSigned();
    }

    /** Whose key is to sign. */
    public X509Certificate signer() {
        return draft.signer();
    }

    /** With what it signs it. */
    public SignatureAlgorithm algorithm() {
        return draft.algorithm();
    }

    /**
     * The finished signature, DER, looked at by our own verifier.
     *
     * @throws SigningException when the value is not the key's over {@link #toBeSigned()}, or the content is no longer the same
     */
    public byte[] complete(byte[] signatureValue) throws SigningException {
        try {
            byte[] cms = inside ? draft.completeWith(signatureValue, content.all()) : draft.complete(signatureValue);
            CheckMade.check(SignedFile.of("signature", cms), inside ? List.of() : List.of(content), at);
            return cms;
        } catch (IOException unreadable) {
            throw new SigningException("content " + content.name() + ": cannot be read again", unreadable);
        }
    }
}
