package vn.lienthong.gateway.signature.xml;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;

/**
 * Writes the Signature element of level B-B (EN 319 132-1 §6.3), SHA-256 and exclusive canonical form throughout, all but its
 * value. Ids come from what is signed: the same input gives the same bytes.
 */
final class DraftXml {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private final Document document;
    private final List<X509Certificate> chain;
    private final SignatureAlgorithm algorithm;
    private final Instant at;

    DraftXml(Document document, List<X509Certificate> chain, SignatureAlgorithm algorithm, Instant at) {
        this.document = document;
        this.chain = chain;
        this.algorithm = algorithm;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The element, in no place yet; what it says of itself holds wherever it is put. */
    Element write(List<DraftReference> references) throws XmlFault {
        String id = id(references);
        Element signature = document.createElementNS(XmlNames.DSIG, "ds:Signature");
        signature.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:ds", XmlNames.DSIG);
        signature.setAttribute("Id", id);
        Element info = ds(signature, "SignedInfo");
        ds(info, "CanonicalizationMethod").setAttribute("Algorithm", XmlNames.EXCLUSIVE);
        ds(info, "SignatureMethod").setAttribute("Algorithm", method());
        for (int number = 0; number < references.size(); number++) {
            reference(info, references.get(number)).setAttribute("Id", id + "-r" + number);
        }
        ds(signature, "SignatureValue").setAttribute("Id", id + "-value");
        keyInfo(signature);
        Element properties = properties(ds(signature, "Object"), id, references);
        Element signed = reference(
                info, new DraftReference("#" + id + "-signed", List.of(XmlNames.EXCLUSIVE), digest(properties), ""));
        signed.setAttribute("Type", XmlNames.SIGNED_PROPERTIES);
        return signature;
    }

    /** What the key signs. */
    static void writeSigned(Element signature, OutputStream out) throws XmlFault {
        Canonical.EXCLUSIVE.write(
                Dom.children(signature, XmlNames.DSIG, "SignedInfo").getFirst(), out);
    }

    private String id(List<DraftReference> references) {
        StringBuilder text = new StringBuilder(at.toString()).append(Sha256.of(encoded(chain.getFirst())));
        references.forEach(one -> text.append(one.uri()).append(one.digest()));
        return "S-"
                + Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 24);
    }

    private String method() {
        return switch (algorithm) {
            case RSA_SHA256 -> XmlNames.RSA_SHA256;
            case ECDSA_SHA256 -> XmlNames.ECDSA_SHA256;
            case RSA_PSS_SHA256 -> XmlNames.PSS_SHA256;
        };
    }

    private Element reference(Element info, DraftReference draft) {
        Element reference = ds(info, "Reference");
        reference.setAttribute("URI", draft.uri());
        if (!draft.transforms().isEmpty()) {
            Element transforms = ds(reference, "Transforms");
            draft.transforms().forEach(one -> ds(transforms, "Transform").setAttribute("Algorithm", one));
        }
        digest(reference, draft.digest());
        return reference;
    }

    private void digest(Element parent, Sha256 digest) {
        ds(parent, "DigestMethod").setAttribute("Algorithm", XmlNames.SHA256);
        ds(parent, "DigestValue").setTextContent(base64(digest.bytes()));
    }

    /** The signer's certificate and the authorities above it; roots are left out. */
    private void keyInfo(Element signature) {
        Element data = ds(ds(signature, "KeyInfo"), "X509Data");
        chain.stream()
                .filter(one -> one.equals(chain.getFirst())
                        || !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .forEach(one -> ds(data, "X509Certificate").setTextContent(base64(encoded(one))));
    }

    private Element properties(Element object, String id, List<DraftReference> references) {
        Element qualifying = document.createElementNS(XmlNames.XADES, "xades:QualifyingProperties");
        qualifying.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xades", XmlNames.XADES);
        qualifying.setAttribute("Target", "#" + id);
        object.appendChild(qualifying);
        Element signed = xades(qualifying, "SignedProperties");
        signed.setAttribute("Id", id + "-signed");
        Element own = xades(signed, "SignedSignatureProperties");
        xades(own, "SigningTime").setTextContent(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atOffset(VIETNAM)));
        Element certificate = xades(xades(own, "SigningCertificateV2"), "Cert");
        digest(xades(certificate, "CertDigest"), Sha256.of(encoded(chain.getFirst())));
        Element data = xades(signed, "SignedDataObjectProperties");
        for (int number = 0; number < references.size(); number++) {
            Element format = xades(data, "DataObjectFormat");
            format.setAttribute("ObjectReference", "#" + id + "-r" + number);
            xades(format, "MimeType").setTextContent(references.get(number).mimeType());
        }
        return signed;
    }

    private Element ds(Element parent, String name) {
        return (Element) parent.appendChild(document.createElementNS(XmlNames.DSIG, "ds:" + name));
    }

    private Element xades(Element parent, String name) {
        return (Element) parent.appendChild(document.createElementNS(XmlNames.XADES, "xades:" + name));
    }

    private static Sha256 digest(Element element) throws XmlFault {
        DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream());
        Canonical.EXCLUSIVE.write(element, digesting);
        return digesting.digest();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException broken) {
            throw new IllegalArgumentException("certificate: cannot be encoded (expected: X.509)", broken);
        }
    }
}
