package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs several files of any kind together, as ASiC-E with CAdES (EN 319 162-1 §4.4.3). Where the key is elsewhere, the two steps
 * are those of {@link PreparedAsic}.
 */
public final class SignAsic {
    private final SigningKey key;

    public SignAsic(SigningKey key) {
        this.key = key;
    }

    /** First step. */
    public PreparedAsic prepare(List<SignedFile> files, Instant at) throws SigningException, IOException {
        return PreparedAsic.of(files, key.chain(), key.usualAlgorithm(), at);
    }

    /** Both steps: the container. */
    public byte[] sign(List<SignedFile> files, Instant at) throws SigningException, IOException {
        PreparedAsic prepared = prepare(files, at);
        return prepared.complete(key.sign(prepared.toBeSigned(), prepared.algorithm()));
    }
}
