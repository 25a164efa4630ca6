package vn.lienthong.gateway.signature.cms;

import java.io.IOException;
import java.time.Instant;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs files of any kind by CAdES (EN 319 122-1 level B-B). {@link CmsAddition} adds a timestamp (B-T) and validation data
 * (B-LT), {@link StampCms} an archive timestamp (B-LTA). Anyone can check one with {@code openssl cms -verify -cades -binary
 * -inform DER -CAfile root.pem}. Where the key is elsewhere, the two steps are those of {@link PreparedCms}.
 */
public final class SignCms {
    private final SigningKey key;

    public SignCms(SigningKey key) {
        this.key = key;
    }

    /** First step of a signature to be kept beside the content. */
    public PreparedCms prepareDetached(SignedFile content, Instant at) throws IOException {
        return PreparedCms.detached(content, key.chain(), key.usualAlgorithm(), at);
    }

    /** First step of a signature with the content inside. */
    public PreparedCms prepareAttached(SignedFile content, Instant at) throws IOException {
        return PreparedCms.attached(content, key.chain(), key.usualAlgorithm(), at);
    }

    /** Both steps: a signature to be kept beside the content, DER. */
    public byte[] detached(SignedFile content, Instant at) throws SigningException, IOException {
        return signed(prepareDetached(content, at));
    }

    /** Both steps: a signature with the content inside, DER. */
    public byte[] attached(SignedFile content, Instant at) throws SigningException, IOException {
        return signed(prepareAttached(content, at));
    }

    private byte[] signed(PreparedCms prepared) throws SigningException {
        return prepared.complete(key.sign(prepared.toBeSigned(), prepared.algorithm()));
    }
}
