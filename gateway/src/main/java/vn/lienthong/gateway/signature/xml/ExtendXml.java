package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.CarriedEvidence;

/**
 * Lays beside a finished XAdES signature what came later: a timestamp (level B-T), validation data (B-LT), an archive timestamp
 * (B-LTA; EN 319 132-1 §5.3, §5.4, §5.5). What was signed, and the signature over it, stay as they are. Each step begins with
 * the file that the one before gave. Used by one thread.
 */
public final class ExtendXml {
    private final XmlDocument document;
    private final Element signature;
    private final SignedContent content;

    private ExtendXml(XmlDocument document, Element signature, SignedContent content) {
        this.document = document;
        this.signature = signature;
        this.content = content;
    }

    /**
     * Begins with one signature of a file.
     *
     * @param beside files that it is over, where they are not in it
     * @param signatureId its Id
     * @throws SigningException when the file has no such signature of XAdES
     */
    public static ExtendXml of(byte[] xml, List<SignedFile> beside, String signatureId) throws SigningException {
        try {
            XmlDocument document = XmlDocument.parse(new ByteArrayInputStream(xml));
            Element signature = document.named(signatureId)
                    .filter(found -> Dom.is(found, "Signature"))
                    .orElseThrow(() -> new XmlFault("signature " + signatureId + ": none (expected: in the file)"));
            if (ScreenSignature.of(signature, XmlLimits.standard()).properties().isEmpty()) {
                throw new XmlFault("signature " + signatureId + ": XML-DSig (expected: XAdES)");
            }
            return new ExtendXml(document, signature, new SignedContent(document, beside, XmlLimits.standard()));
        } catch (XmlFault | IOException fault) {
            throw new SigningException("XML: cannot be added to, " + fault.getMessage(), fault);
        }
    }

    /** What a signature timestamp is over: SignatureValue in canonical form. */
    public byte[] toBeStamped() throws SigningException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(
                stream -> Canonical.EXCLUSIVE.write(
                        Dom.children(signature, XmlNames.DSIG, "SignatureValue").getFirst(), stream),
                out);
        return out.toByteArray();
    }

    /** The file with a timestamp token over {@link #toBeStamped()}. */
    public byte[] withTimestamp(byte[] token) throws SigningException {
        add(stamp(XmlNames.XADES, "xades:SignatureTimeStamp", token));
        return PreparedXml.bytes(document.document());
    }

    /** The file with certificates and revocation data. */
    public byte[] withValues(CarriedEvidence evidence) throws SigningException {
        if (!evidence.certificates().isEmpty()) {
            Element certificates = element(XmlNames.XADES, "xades:CertificateValues");
            evidence.certificates().forEach(one -> value(certificates, "EncapsulatedX509Certificate", one));
            add(certificates);
        }
        if (!evidence.lists().isEmpty() || !evidence.answers().isEmpty()) {
            Element revocations = element(XmlNames.XADES, "xades:RevocationValues");
            if (!evidence.lists().isEmpty()) {
                Element lists = child(revocations, "CRLValues");
                evidence.lists().forEach(one -> value(lists, "EncapsulatedCRLValue", one));
            }
            if (!evidence.answers().isEmpty()) {
                Element answers = child(revocations, "OCSPValues");
                evidence.answers().forEach(one -> value(answers, "EncapsulatedOCSPValue", one));
            }
            add(revocations);
        }
        return PreparedXml.bytes(document.document());
    }

    /** What an archive timestamp is over, everything so far. */
    public Sha256 archiveDigest() throws SigningException {
        DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream());
        write(
                stream -> {
                    Screened screened = ScreenSignature.of(signature, XmlLimits.standard());
                    List<Element> before =
                            screened.properties().map(XadesProperties::unsigned).orElse(List.of());
                    ArchivedContent.write(screened, content, before, Canonical.EXCLUSIVE, stream);
                },
                digesting);
        return digesting.digest();
    }

    /** The file with a timestamp token over {@link #archiveDigest()}. */
    public byte[] withArchive(byte[] token) throws SigningException {
        add(stamp(XmlNames.XADES_141, "xades141:ArchiveTimeStamp", token));
        return PreparedXml.bytes(document.document());
    }

    private static void write(DigestBudget.Source source, OutputStream out) throws SigningException {
        try {
            source.write(out);
        } catch (XmlFault | IOException fault) {
            throw new SigningException("XML: cannot be stamped, " + fault.getMessage(), fault);
        }
    }

    private Element stamp(String namespace, String name, byte[] token) {
        Element stamp = element(namespace, name);
        if (namespace.equals(XmlNames.XADES_141)) {
            stamp.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xades141", namespace);
        }
        Element form = element(XmlNames.DSIG, "ds:CanonicalizationMethod");
        form.setAttribute("Algorithm", XmlNames.EXCLUSIVE);
        stamp.appendChild(form);
        value(stamp, "EncapsulatedTimeStamp", token);
        return stamp;
    }

    private void value(Element parent, String name, byte[] bytes) {
        child(parent, name).setTextContent(DraftXml.base64(bytes));
    }

    private Element child(Element parent, String name) {
        return (Element) parent.appendChild(element(XmlNames.XADES, "xades:" + name));
    }

    private Element element(String namespace, String name) {
        Document owner = document.document();
        Element element = owner.createElementNS(namespace, name);
        if (namespace.equals(XmlNames.XADES)) {
            element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xades", namespace);
        } else if (namespace.equals(XmlNames.DSIG)) {
            element.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:ds", namespace);
        }
        return element;
    }

    /** As the last of UnsignedSignatureProperties: order is what archive timestamps go by. */
    private void add(Element property) {
        Element qualifying = Dom.children(signature, XmlNames.DSIG, "Object").stream()
                .flatMap(object -> Dom.children(object, XmlNames.XADES, "QualifyingProperties").stream())
                .findFirst()
                .orElseThrow();
        Element unsigned = single(qualifying, "UnsignedProperties");
        single(unsigned, "UnsignedSignatureProperties").appendChild(property);
    }

    private Element single(Element parent, String name) {
        return Dom.only(parent, XmlNames.XADES, name).orElseGet(() -> child(parent, name));
    }
}
