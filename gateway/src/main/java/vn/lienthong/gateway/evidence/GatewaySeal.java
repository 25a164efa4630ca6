package vn.lienthong.gateway.evidence;

import java.security.cert.X509Certificate;
import java.time.Instant;
import vn.lienthong.gateway.signature.cms.SealBytes;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** The gateway's own key at work: CAdES (EN 319 122-1 level B-B), wherever the key lies. */
public final class GatewaySeal implements EvidenceSigner {

    private final SigningKey key;
    private final SealBytes sealing;

    public GatewaySeal(SigningKey key) {
        this.key = key;
        this.sealing = new SealBytes(key);
    }

    /** Whose signatures these are; whoever checks a receipt is given it beforehand. */
    public X509Certificate certificate() {
        return key.certificate();
    }

    @Override
    public byte[] sign(byte[] content, Instant at) {
        try {
            return sealing.attached(content, at);
        } catch (SigningException lost) {
            throw new IllegalStateException("seal: " + lost.getMessage(), lost);
        }
    }
}
