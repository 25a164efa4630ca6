package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import org.apache.xml.security.algorithms.implementations.ECDSAUtils;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.SignedInfo;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs a packet's envelope: XML-DSig, enveloped, over the whole document, SHA-256. The key signs the canonical SignedInfo,
 * so it may be anywhere. The result is the document in canonical form with the signature as the last child of its header,
 * or of its root where there is no header.
 */
public final class SignEnvelope {
    private final SigningKey key;

    public SignEnvelope(SigningKey key) {
        this.key = key;
    }

    /**
     * The signed document.
     *
     * @throws SigningException when it is not XML that may be signed, or the key fails
     */
    public byte[] sign(byte[] xml) throws SigningException {
        Santuario.ready();
        try {
            Document document = EnvelopeDocument.parse(new ByteArrayInputStream(xml));
            XMLSignature signature = new XMLSignature(document, "", method(), XmlNames.EXCLUSIVE);
            home(document).appendChild(signature.getElement());
            Transforms transforms = new Transforms(document);
            transforms.addTransform(XmlNames.ENVELOPED);
            transforms.addTransform(XmlNames.EXCLUSIVE);
            signature.addDocument("", transforms, XmlNames.SHA256);
            enclose(signature);
            SignedInfo info = signature.getSignedInfo();
            info.generateDigestValues();
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            info.signInOctetStream(signed);
            place(signature, key.sign(signed.toByteArray(), key.usualAlgorithm()));
            ByteArrayOutputStream out = new ByteArrayOutputStream(xml.length + 4096);
            out.writeBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalizeSubtree(document, out);
            return out.toByteArray();
        } catch (EnvelopeFault | IOException | XMLSecurityException | CertificateEncodingException fault) {
            throw new SigningException("envelope: cannot be signed (expected: XML without DOCTYPE)", fault);
        }
    }

    private String method() throws SigningException {
        return switch (key.usualAlgorithm()) {
            case RSA_SHA256 -> XmlNames.RSA_SHA256;
            case ECDSA_SHA256 -> XmlNames.ECDSA_SHA256;
            case RSA_PSS_SHA256 ->
                throw new SigningException("algorithm: RSA_PSS_SHA256 (expected: one XML-DSig software reads)", null);
        };
    }

    private static Element home(Document document) {
        Element root = document.getDocumentElement();
        for (var child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            for (var inner = child.getFirstChild(); inner != null; inner = inner.getNextSibling()) {
                if (inner instanceof Element header && "edXMLHeader".equals(header.getLocalName())) {
                    return header;
                }
            }
        }
        return root;
    }

    private void enclose(XMLSignature signature) throws CertificateEncodingException {
        Document document = signature.getDocument();
        Element data = document.createElementNS(XmlNames.DSIG, "ds:X509Data");
        Element certificate = document.createElementNS(XmlNames.DSIG, "ds:X509Certificate");
        certificate.setTextContent(
                Base64.getEncoder().encodeToString(key.certificate().getEncoded()));
        data.appendChild(certificate);
        signature.getKeyInfo().getElement().appendChild(data);
    }

    /** XML-DSig holds an ECDSA value as two numbers of equal length, not as DER (RFC 6931 §2.3.6). */
    private static void place(XMLSignature signature, byte[] value) throws XMLSecurityException, IOException {
        String method = signature.getSignedInfo().getSignatureMethodURI();
        byte[] written = method.equals(XmlNames.ECDSA_SHA256) ? ECDSAUtils.convertASN1toXMLDSIG(value, 32) : value;
        var holder = signature
                .getElement()
                .getElementsByTagNameNS(XmlNames.DSIG, "SignatureValue")
                .item(0);
        holder.setTextContent(Base64.getEncoder().encodeToString(written));
    }
}
