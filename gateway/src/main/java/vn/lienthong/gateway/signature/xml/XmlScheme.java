package vn.lienthong.gateway.signature.xml;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.w3c.dom.Element;

/**
 * A way to sign: digest and scheme (RSA, RSASSA-PSS, ECDSA). RSA by the JDK, elliptic curves by Bouncy Castle, each the faster
 * at it; by explicit provider, so that nothing installed in the process changes a verdict.
 *
 * @param digest the JDK's name
 * @param name of the scheme
 * @param saltBytes of PSS: as long as the digest where nothing else is said (RFC 6931 §2.3.10)
 */
record XmlScheme(String digest, String name, int saltBytes) {
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final Map<String, Integer> LENGTHS = Map.of(
            "SHA-1", 20, "SHA-256", 32, "SHA-384", 48, "SHA-512", 64, "SHA3-256", 32, "SHA3-384", 48, "SHA3-512", 64);

    XmlScheme(String digest, String name) {
        this(digest, name, LENGTHS.getOrDefault(digest, 0));
    }

    /**
     * The scheme of a SignatureMethod.
     *
     * @throws XmlFault when it is not one of the allowed ones, or has parameters that we do not follow
     */
    static XmlScheme of(Element method) throws XmlFault {
        String algorithm = Dom.algorithm(method);
        if (algorithm.equals(XmlNames.PSS)) {
            return pss(method);
        }
        XmlScheme known = XmlNames.SIGNATURES.get(algorithm);
        if (known == null) {
            throw new XmlFault("SignatureMethod: " + algorithm + " (expected: one of the allowed algorithms)");
        }
        if (!Dom.children(method).isEmpty()) {
            throw new XmlFault("SignatureMethod: with parameters (expected: none)");
        }
        return known;
    }

    /** RSAPSSParams (RFC 6931 §2.3.9): one digest for message and mask alike, trailer 1, SHA-256 where nothing is said. */
    private static XmlScheme pss(Element method) throws XmlFault {
        String digest = "SHA-256";
        String mask = "";
        int salt = -1;
        for (Element parameters : Dom.children(method)) {
            if (!Dom.is(parameters, XmlNames.MORE_2007, "RSAPSSParams")) {
                throw new XmlFault("SignatureMethod: " + parameters.getNodeName() + " (expected: RSAPSSParams)");
            }
            for (Element one : Dom.children(parameters)) {
                switch (String.valueOf(one.getLocalName())) {
                    case "DigestMethod" -> digest = digest(one);
                    case "MaskGenerationFunction" -> mask = mask(one);
                    case "SaltLength" -> salt = number(one);
                    case "TrailerField" -> {
                        if (number(one) != 1) {
                            throw new XmlFault("TrailerField: " + one.getTextContent() + " (expected: 1)");
                        }
                    }
                    default ->
                        throw new XmlFault("RSAPSSParams: " + one.getNodeName() + " (expected: RFC 6931 §2.3.9)");
                }
            }
        }
        if (!mask.isEmpty() && !mask.equals(digest)) {
            throw new XmlFault("RSAPSSParams: " + digest + " masked with " + mask + " (expected: one for both)");
        }
        return salt < 0 ? new XmlScheme(digest, "RSASSA-PSS") : new XmlScheme(digest, "RSASSA-PSS", salt);
    }

    private static String mask(Element function) throws XmlFault {
        if (!Dom.algorithm(function).equals(XmlNames.MORE_2007 + "MGF1")) {
            throw new XmlFault("MaskGenerationFunction: " + Dom.algorithm(function) + " (expected: MGF1)");
        }
        Optional<Element> method = Dom.children(function).stream().findFirst();
        return method.isPresent() ? digest(method.get()) : "";
    }

    private static String digest(Element method) throws XmlFault {
        String digest = XmlNames.DIGESTS.get(Dom.algorithm(method));
        if (digest == null) {
            throw new XmlFault("DigestMethod: " + Dom.algorithm(method) + " (expected: one of the allowed algorithms)");
        }
        return digest;
    }

    private static int number(Element element) throws XmlFault {
        String text = element.getTextContent().strip();
        if (!text.matches("[0-9]{1,3}")) {
            throw new XmlFault(element.getLocalName() + ": " + text + " (expected: a number below 1000)");
        }
        return Integer.parseInt(text);
    }

    boolean weak() {
        return digest.equals("SHA-1");
    }

    /**
     * Whether the value is the key's signature over the bytes (EN 319 102-1 §5.2.7). An ECDSA value is two numbers of full
     * length (RFC 6931 §2.3.6): a shorter one is refused, not padded.
     *
     * @throws XmlFault when the algorithm and the key do not belong together
     */
    boolean verifies(PublicKey key, byte[] signed, byte[] value) throws XmlFault {
        try {
            Signature signature = instance();
            signature.initVerify(key);
            signature.update(signed);
            return signature.verify(value);
        } catch (InvalidKeyException mismatch) {
            throw new XmlFault("SignatureMethod: " + name + " with a key for " + key.getAlgorithm()
                    + " (expected: one for the other)");
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private Signature instance() throws GeneralSecurityException {
        String joined = digest.startsWith("SHA3") ? digest : digest.replace("SHA-", "SHA");
        return switch (name) {
            case "ECDSA" -> Signature.getInstance(joined + "withPLAIN-ECDSA", BOUNCY_CASTLE);
            case "RSASSA-PSS" -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), saltBytes, 1));
                yield pss;
            }
            default -> Signature.getInstance(joined + "withRSA");
        };
    }
}
