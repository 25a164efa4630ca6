package vn.lienthong.gateway.signature.cms;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Seals bytes with a CMS signature (RFC 5652, EN 319 122-1 level B-B), such as the gateway's receipts. Anyone can check one
 * with {@code openssl cms -verify -binary -inform DER -CAfile root.pem}.
 */
public final class SealBytes {
    private final SigningKey key;

    public SealBytes(SigningKey key) {
        this.key = key;
    }

    /** A signature with the content inside. */
    public byte[] attached(byte[] content, Instant at) throws SigningException {
        CmsDraft draft = draft(content, at);
        return draft.completeWith(key.sign(draft.toBeSigned(), draft.algorithm()), content);
    }

    /** A signature to be kept beside the content. */
    public byte[] detached(byte[] content, Instant at) throws SigningException {
        CmsDraft draft = draft(content, at);
        return draft.complete(key.sign(draft.toBeSigned(), draft.algorithm()));
    }

    private CmsDraft draft(byte[] content, Instant at) {
        return CmsDraft.of(Sha256.of(content), key.chain(), key.usualAlgorithm(), Optional.of(at));
    }
}
