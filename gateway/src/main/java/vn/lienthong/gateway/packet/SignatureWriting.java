package vn.lienthong.gateway.packet;

import javax.xml.stream.XMLStreamException;

/** The decorative signature element on the wire, in the packet's own namespace, as it came. */
final class SignatureWriting {

    private SignatureWriting() {}

    static void write(WireOutput xml, EnvelopeSignature signature) throws XMLStreamException {
        switch (signature.kind()) {
            case ABSENT, XMLDSIG -> {}
            case NOT_XMLDSIG -> decorative(xml, signature);
        }
    }

    private static void decorative(WireOutput xml, EnvelopeSignature s) throws XMLStreamException {
        xml.startBare("Signature");
        xml.startBare("SignedInfo");
        algorithm(xml, "CanonicalizationMethod", s.canonicalization());
        algorithm(xml, "SignatureMethod", s.signatureMethod());
        for (EnvelopeSignature.SignedReference reference : s.references()) {
            xml.startBare("Reference");
            xml.attribute("URI", reference.uri());
            xml.startBare("Transforms");
            for (String transform : reference.transforms()) {
                algorithm(xml, "Transform", transform);
            }
            xml.end();
            algorithm(xml, "DigestMethod", reference.digestMethod());
            xml.bareLeaf("DigestValue", reference.digestValue());
            xml.end();
        }
        xml.end();
        xml.bareLeaf("SignatureValue", s.signatureValue());
        xml.startBare("KeyInfo");
        xml.startBare("X509Data");
        for (String subject : s.subjectNames()) {
            xml.bareLeaf("X509SubjectName", subject);
        }
        for (String certificate : s.certificates()) {
            xml.bareLeaf("X509Certificate", certificate);
        }
        xml.end();
        xml.end();
        xml.end();
    }

    private static void algorithm(WireOutput xml, String name, String uri) throws XMLStreamException {
        xml.startBare(name);
        xml.attribute("Algorithm", uri);
        xml.end();
    }
}
