package vn.lienthong.gateway.signature.xml;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What KeyInfo encloses: certificates to choose from, and bare keys, which nobody is asked to trust.
 *
 * @param element the KeyInfo
 * @param certificates their texts, as written
 * @param bareKeys the KeyValue elements
 */
record ScreenedKeyInfo(Element element, List<String> certificates, List<Element> bareKeys) {
    private static final int CERTIFICATES_AT_MOST = 10;
    private static final Set<String> NAMES = Set.of("KeyName", "X509Data", "KeyValue");
    private static final Set<String> X509 =
            Set.of("X509Certificate", "X509SubjectName", "X509IssuerSerial", "X509SKI", "X509CRL", "X509Digest");

    ScreenedKeyInfo {
        certificates = List.copyOf(certificates);
        bareKeys = List.copyOf(bareKeys);
    }

    /** Refuses what leads elsewhere: RetrievalMethod, KeyInfoReference and their like. */
    static ScreenedKeyInfo of(Element keyInfo) throws XmlFault {
        List<String> certificates = new ArrayList<>();
        List<Element> bare = new ArrayList<>();
        for (Element part : Dom.children(keyInfo)) {
            String name = String.valueOf(part.getLocalName());
            if (!XmlNames.DSIG.equals(part.getNamespaceURI()) || !NAMES.contains(name)) {
                throw new XmlFault("KeyInfo: " + part.getNodeName() + " (expected: one of " + NAMES + ")");
            }
            if (name.equals("KeyValue")) {
                bare.add(part);
            } else if (name.equals("X509Data")) {
                x509(part, certificates);
            }
        }
        if (certificates.size() > CERTIFICATES_AT_MOST) {
            throw new XmlFault("KeyInfo: " + certificates.size() + " certificates (expected: at most "
                    + CERTIFICATES_AT_MOST + ")");
        }
        return new ScreenedKeyInfo(keyInfo, certificates, bare);
    }

    private static void x509(Element data, List<String> certificates) throws XmlFault {
        for (Element one : Dom.children(data)) {
            if (!X509.contains(String.valueOf(one.getLocalName()))) {
                throw new XmlFault("X509Data: " + one.getNodeName() + " (expected: one of " + X509 + ")");
            }
            if (Dom.is(one, "X509Certificate")) {
                certificates.add(one.getTextContent());
            }
        }
    }

    /** Whether a bare key names another key than this: then two readers would believe two signers. */
    boolean namesAnotherKeyThan(PublicKey key) throws XmlFault {
        for (Element bare : bareKeys) {
            for (Element value : Dom.children(bare)) {
                if (!fits(value, key)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean fits(Element value, PublicKey key) throws XmlFault {
        if (Dom.is(value, "RSAKeyValue") && key instanceof RSAPublicKey rsa) {
            return number(value, "Modulus").equals(rsa.getModulus())
                    && number(value, "Exponent").equals(rsa.getPublicExponent());
        }
        List<Element> points = Dom.children(value, XmlNames.DSIG_11, "PublicKey");
        if (Dom.is(value, XmlNames.DSIG_11, "ECKeyValue") && points.size() == 1) {
            byte[] point = Dom.base64(points.getFirst().getTextContent(), "PublicKey");
            byte[] encoded = key.getEncoded();
            return encoded.length > point.length
                    && Arrays.equals(point, Arrays.copyOfRange(encoded, encoded.length - point.length, encoded.length));
        }
        return false;
    }

    private static BigInteger number(Element value, String name) throws XmlFault {
        List<Element> found = Dom.children(value, XmlNames.DSIG, name);
        return found.size() == 1
                ? new BigInteger(1, Dom.base64(found.getFirst().getTextContent(), name))
                : BigInteger.ZERO;
    }
}
