package vn.lienthong.gateway.signature.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The qualifying properties of a XAdES signature (EN 319 132-1 §4).
 *
 * @param signed SignedProperties: signed only where a reference leads to this very element
 * @param unsigned the children of UnsignedSignatureProperties, in their order
 * @param signers digests of the signing certificate, from SigningCertificateV2 or SigningCertificate
 * @param time SigningTime, empty when there is none that can be read
 */
record XadesProperties(
        Element signed, List<Element> unsigned, List<CertificateReference> signers, Optional<SigningTime> time) {

    /**
     * A signed reference to a certificate.
     *
     * @param digest the JDK's name
     */
    record CertificateReference(String digest, byte[] value) {}

    XadesProperties {
        unsigned = List.copyOf(unsigned);
        signers = List.copyOf(signers);
    }

    /** Those of a signature; a second set of them, or one in another place, is refused. */
    static Optional<XadesProperties> of(Element signature) throws XmlFault {
        List<Element> holders = new ArrayList<>();
        for (Element object : Dom.children(signature, XmlNames.DSIG, "Object")) {
            List<Element> found = Dom.children(object, XmlNames.XADES, "QualifyingProperties");
            holders.addAll(found);
            if (!found.isEmpty() && Dom.children(object).size() != 1) {
                throw new XmlFault("Object: more than QualifyingProperties (expected: them alone)");
            }
        }
        if (holders.size() > 1) {
            throw new XmlFault("QualifyingProperties: " + holders.size() + " (expected: at most 1)");
        }
        return holders.isEmpty() ? Optional.empty() : Optional.of(read(holders.getFirst(), signature));
    }

    private static XadesProperties read(Element holder, Element signature) throws XmlFault {
        String target = holder.getAttribute("Target");
        if (signature.getAttribute("Id").isEmpty() || !target.equals("#" + signature.getAttribute("Id"))) {
            throw new XmlFault("QualifyingProperties: of " + target + " (expected: of the signature they lie in)");
        }
        Element signed = Dom.only(holder, XmlNames.XADES, "SignedProperties")
                .orElseThrow(() -> new XmlFault("SignedProperties: not one (expected: exactly 1)"));
        List<Element> unsigned = new ArrayList<>();
        for (Element properties : Dom.children(holder, XmlNames.XADES, "UnsignedProperties")) {
            for (Element some : Dom.children(properties, XmlNames.XADES, "UnsignedSignatureProperties")) {
                unsigned.addAll(Dom.children(some));
            }
        }
        Optional<Element> own = Dom.only(signed, XmlNames.XADES, "SignedSignatureProperties");
        List<CertificateReference> signers = new ArrayList<>();
        for (String name : List.of("SigningCertificateV2", "SigningCertificate")) {
            if (own.isPresent() && signers.isEmpty()) {
                for (Element reference : Dom.children(own.get(), XmlNames.XADES, name)) {
                    references(reference, signers);
                }
            }
        }
        Optional<SigningTime> time = own.flatMap(found -> Dom.only(found, XmlNames.XADES, "SigningTime"))
                .flatMap(found -> SigningTime.read(found.getTextContent().strip()));
        return new XadesProperties(signed, unsigned, signers, time);
    }

    private static void references(Element property, List<CertificateReference> into) throws XmlFault {
        for (Element certificate : Dom.children(property, XmlNames.XADES, "Cert")) {
            Element digest = Dom.only(certificate, XmlNames.XADES, "CertDigest")
                    .orElseThrow(() -> new XmlFault("Cert: without CertDigest (expected: one)"));
            Element method = Dom.only(digest, XmlNames.DSIG, "DigestMethod")
                    .orElseThrow(() -> new XmlFault("CertDigest: without DigestMethod (expected: one)"));
            Element value = Dom.only(digest, XmlNames.DSIG, "DigestValue")
                    .orElseThrow(() -> new XmlFault("CertDigest: without DigestValue (expected: one)"));
            String name = XmlNames.DIGESTS.get(Dom.algorithm(method));
            if (name == null) {
                throw new XmlFault("CertDigest: " + Dom.algorithm(method) + " (expected: SHA-2 or SHA-3)");
            }
            into.add(new CertificateReference(name, Dom.base64(value.getTextContent(), "CertDigest")));
        }
    }
}
