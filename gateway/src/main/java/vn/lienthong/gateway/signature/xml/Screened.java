package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What a signature that passed the screen says. Nothing of it is verified.
 *
 * @param element the Signature
 * @param canonical how SignedInfo is written for signing
 * @param value the signature value
 * @param keyInfo empty when there is none
 * @param properties what XAdES adds; empty for plain XML-DSig
 */
record Screened(
        Element element,
        Canonical canonical,
        XmlScheme scheme,
        List<ScreenedReference> references,
        byte[] value,
        Optional<ScreenedKeyInfo> keyInfo,
        Optional<XadesProperties> properties) {

    Screened {
        references = List.copyOf(references);
    }

    /** Its Id, empty when it has none. */
    String id() {
        return element.getAttribute("Id");
    }

    /** A direct part of it: SignedInfo, SignatureValue, KeyInfo. */
    Element part(String name) {
        return Dom.children(element, XmlNames.DSIG, name).getFirst();
    }

    List<Element> objects() {
        return Dom.children(element, XmlNames.DSIG, "Object");
    }

    /** Whether a digest or the signature rests on SHA-1. */
    boolean weak() {
        return scheme.weak()
                || references.stream().anyMatch(reference -> reference.digest().equals("SHA-1"));
    }

    /** What the key signed. */
    byte[] signedBytes() throws XmlFault {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        canonical.write(part("SignedInfo"), out);
        if (out.size() > XmlLimits.SIGNED_INFO_BYTES) {
            throw new XmlFault(
                    "SignedInfo: " + out.size() + " bytes (expected: at most " + XmlLimits.SIGNED_INFO_BYTES + ")");
        }
        return out.toByteArray();
    }
}
