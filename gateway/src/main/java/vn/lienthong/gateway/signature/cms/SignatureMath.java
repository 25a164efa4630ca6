package vn.lienthong.gateway.signature.cms;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The bare check of a signature value (EN 319 102-1 §5.2.7). RSA by the JDK, elliptic curves by Bouncy Castle, each the
 * faster at it; by explicit provider, so that nothing installed in the process changes a verdict.
 */
final class SignatureMath {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private SignatureMath() {}

    /**
     * Whether the value is the key's signature over the bytes.
     *
     * @throws CmsException when the algorithm and the key do not belong together
     */
    static boolean verifies(PublicKey key, Algorithms.Scheme scheme, AlgorithmId algorithm, byte[] signed, byte[] value)
            throws CmsException {
        try {
            Signature signature = instance(scheme, algorithm);
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (InvalidKeyException mismatch) {
            throw new CmsException("signature algorithm: " + scheme.name() + " with a key for " + key.getAlgorithm()
                    + " (expected: one for the other)");
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Signature instance(Algorithms.Scheme scheme, AlgorithmId algorithm)
            throws GeneralSecurityException, CmsException {
        String digest = scheme.digest().replace("SHA-", "SHA");
        return switch (scheme.name()) {
            case "RSA" -> Signature.getInstance(digest + "withRSA");
            case "ECDSA" -> Signature.getInstance(digest + "withECDSA", BOUNCY_CASTLE);
            case "RSASSA-PSS" -> pss(scheme.digest(), algorithm.parameters());
            default -> throw new CmsException("signature algorithm: " + scheme.name() + " (expected: RSA or ECDSA)");
        };
    }

    /** PSS with the digest for message and mask alike (RFC 4056 §3); other parameters are refused rather than followed. */
    private static Signature pss(String digest, @Nullable Der parameters)
            throws GeneralSecurityException, CmsException {
        int salt = 20;
        String hash = "SHA-1";
        String mask = "SHA-1";
        BigInteger trailer = BigInteger.ONE;
        int last = 0;
        List<Der> parts = parameters == null
                ? List.of()
                : parameters.expect(Der.SEQUENCE, "PSS parameters").children();
        for (Der part : parts) {
            Der value = part.only("PSS parameter");
            if (part.tag() <= last) {
                throw new CmsException("PSS parameter: tag " + part.tag() + " again (expected: each once, in order)");
            }
            last = part.tag();
            switch (part.tag()) {
                case 0xa0 -> hash = name(value);
                case 0xa1 -> mask = name(AlgorithmId.read(value).parameters());
                case 0xa2 ->
                    salt = value.integer().bitLength() > 9
                            ? -1
                            : value.integer().intValue();
                case 0xa3 -> trailer = value.integer();
                default -> throw new CmsException("PSS parameter: tag " + part.tag() + " (expected: RFC 8017 A.2.3)");
            }
        }
        if (!hash.equals(digest) || !mask.equals(digest) || salt < 0 || !trailer.equals(BigInteger.ONE)) {
            throw new CmsException("PSS parameters: " + hash + ", " + mask + ", salt " + salt + " (expected: " + digest
                    + " for both)");
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), salt, 1));
        return signature;
    }

    private static String name(@Nullable Der algorithm) throws CmsException {
        return algorithm == null
                ? ""
                : Algorithms.digest(AlgorithmId.read(algorithm).oid()).orElse("");
    }
}
