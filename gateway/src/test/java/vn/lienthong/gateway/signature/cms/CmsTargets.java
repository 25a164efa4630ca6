package vn.lienthong.gateway.signature.cms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.fuzz.FuzzTarget;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Tokens;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** Readers of CMS signatures and timestamp tokens. */
public final class CmsTargets {
    private static final byte[] CONTENT = "Biên nhận văn bản".getBytes(StandardCharsets.UTF_8);
    private static final VerifySeal SEALS = new VerifySeal(
            DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());
    private static final VerifyTimestamp STAMPS = new VerifyTimestamp(
            DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());

    private CmsTargets() {}

    public static List<FuzzTarget> all() {
        List<byte[]> seals = seals();
        List<byte[]> tokens = List.of(Tokens.over(Sha256.of(CONTENT), DevTrust.pki()));
        List<byte[]> signed = seals.stream().map(CmsTargets::attributes).toList();
        List<byte[]> stamped = tokens.stream().map(CmsTargets::inside).toList();
        return List.of(
                new FuzzTarget("cms", () -> seals, bytes -> {
                    if (passes(bytes, CONTENT)) {
                        FuzzTarget.requireOneOf("signed attributes", attributes(bytes), signed);
                    }
                }),
                new FuzzTarget("cms-content", () -> List.of(CONTENT), bytes -> {
                    for (byte[] seal : seals) {
                        if (passes(seal, bytes)) {
                            FuzzTarget.requireOneOf("content", bytes, List.of(CONTENT));
                        }
                    }
                }),
                new FuzzTarget("timestamp", () -> tokens, bytes -> {
                    try {
                        if (STAMPS.verify(bytes, CONTENT, DevTrust.NOW).proven()) {
                            FuzzTarget.requireOneOf("token", inside(bytes), stamped);
                        }
                    } catch (CmsException declared) {
                        // What is no token.
                    }
                }));
    }

    private static boolean passes(byte[] cms, byte[] content) {
        return SEALS.verify("fuzz", cms, content, DevTrust.NOW).overall() == Indication.TOTAL_PASSED;
    }

    private static List<byte[]> seals() {
        List<byte[]> made = new ArrayList<>();
        try {
            for (SigningKey key : List.of(DevTrust.seal(Fate.GOOD), DevTrust.seal(Fate.REVOKED))) {
                made.add(new SealBytes(key).detached(CONTENT, DevTrust.NOW));
                made.add(new SealBytes(key).attached(CONTENT, DevTrust.NOW));
            }
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
        return List.copyOf(made);
    }

    private static byte[] attributes(byte[] cms) {
        try {
            return CmsSignature.read(cms).signer().signedBytes().encoded();
        } catch (CmsException fault) {
            throw new AssertionError("passed, and cannot be read again", fault);
        }
    }

    /** As Bouncy Castle reads it, not the reader that is fed; ours where it stumbles over a part that is not signed. */
    private static byte[] inside(byte[] token) {
        try {
            return (byte[]) new CMSSignedData(token).getSignedContent().getContent();
        } catch (CMSException unsignedPart) {
            return attached(token);
        }
    }

    private static byte[] attached(byte[] token) {
        try {
            return CmsSignature.read(token).attached().orElseThrow();
        } catch (CmsException fault) {
            throw new AssertionError("passed, and cannot be read again", fault);
        }
    }
}
