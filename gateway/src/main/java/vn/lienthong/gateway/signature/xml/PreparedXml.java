package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.apache.xml.security.algorithms.implementations.ECDSAUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;

/** An XML file that waits for a signature value: everything is in place but the value itself. Used by one thread. */
public final class PreparedXml {
    private final Document document;
    private final Element signature;
    private final X509Certificate signer;
    private final SignatureAlgorithm algorithm;
    private final CheckSignedXml check;

    PreparedXml(
            Document document,
            Element signature,
            X509Certificate signer,
            SignatureAlgorithm algorithm,
            CheckSignedXml check) {
        this.document = document;
        this.signature = signature;
        this.signer = signer;
        this.algorithm = algorithm;
        this.check = check;
    }

    /** What the key signs: SignedInfo in canonical form. */
    public byte[] toBeSigned() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DraftXml.writeSigned(signature, out);
            return out.toByteArray();
        } catch (XmlFault impossible) {
            throw new IllegalStateException(impossible.text(), impossible);
        }
    }

    /** Whose key is to sign. */
    public X509Certificate signer() {
        return signer;
    }

    /** With what it signs it. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /** The Id of the signature: what it is called when something is laid beside it. */
    public String signatureId() {
        return signature.getAttribute("Id");
    }

    /**
     * The signed file, which our own verifier found intact. Earlier signatures in it hold as they did.
     *
     * @param signatureValue as {@link java.security.Signature} gives it
     * @throws SigningException when the value is wrong, or the signature would break an earlier one
     */
    public byte[] complete(byte[] signatureValue) throws SigningException {
        place(signatureValue);
        byte[] signed = bytes(document);
        check.holds(signed, signatureId());
        return signed;
    }

    /** The Signature element alone, for who puts it into a file of his own making. */
    String completeElement(byte[] signatureValue) throws SigningException {
        place(signatureValue);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonical.EXCLUSIVE.write(signature, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (XmlFault impossible) {
            throw new SigningException(impossible.text(), impossible);
        }
    }

    /** XML-DSig holds an ECDSA value as two numbers of equal length, not as DER (RFC 6931 §2.3.6). */
    private void place(byte[] value) throws SigningException {
        try {
            byte[] written = algorithm == SignatureAlgorithm.ECDSA_SHA256
                    ? ECDSAUtils.convertASN1toXMLDSIG(value, numberBytes())
                    : value;
            Dom.children(signature, XmlNames.DSIG, "SignatureValue")
                    .getFirst()
                    .setTextContent(DraftXml.base64(written));
        } catch (IOException malformed) {
            throw new SigningException("signature value: not DER (expected: two numbers)", malformed);
        }
    }

    private int numberBytes() {
        return signer.getPublicKey() instanceof ECPublicKey key
                ? (key.getParams().getOrder().bitLength() + 7) / 8
                : 32;
    }

    /** In canonical form, comments kept: what every XML program reads the same. */
    static byte[] bytes(Document document) throws SigningException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
        try {
            new Canonical(XmlNames.INCLUSIVE + "#WithComments", "").write(document, out);
            return out.toByteArray();
        } catch (XmlFault fault) {
            throw new SigningException(fault.text(), fault);
        }
    }
}
