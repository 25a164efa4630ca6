package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.packet.EnvelopeNotSigned;
import vn.lienthong.gateway.packet.EnvelopeSigning;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * The envelope signature of packets that we send: XAdES with references by Id to MessageHeader, what is to be done and the
 * manifest, and by {@code cid:} to every attachment, decoded. The stations of the trace are left out, so that hops may be
 * added; {@link VerifyEnvelope} finds any other change. The attachments' base64 is never looked at.
 */
public final class SignPacketEnvelope implements EnvelopeSigning {
    private static final String SCHEME = "cid:";

    private final SigningKey key;
    private final InstantSource clock;

    /** @param key the gateway's own seal: the wrapper is the gateway's, the documents in it are their agency's */
    public SignPacketEnvelope(SigningKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String sign(byte[] skeleton, List<String> identifiers, List<Part> parts) throws IOException {
        Instant at = clock.instant();
        try {
            XmlDocument document = XmlDocument.parse(new ByteArrayInputStream(skeleton));
            List<DraftReference> references = new ArrayList<>();
            for (String identifier : identifiers) {
                references.add(element(document, identifier));
            }
            for (Part part : parts) {
                references.add(new DraftReference(uri(part.contentId()), List.of(), part.digest(), mimeType(part)));
            }
            return completed(document, references, at);
        } catch (XmlFault fault) {
            throw new IOException("envelope: cannot be signed, " + fault.text(), fault);
        } catch (SigningException lost) {
            throw new EnvelopeNotSigned("envelope: cannot be signed now, " + lost.getMessage(), lost);
        }
    }

    private static DraftReference element(XmlDocument document, String identifier) throws XmlFault {
        Element element = document.named(identifier)
                .orElseThrow(() -> new XmlFault("identifier " + identifier + ": none (expected: in the packet)"));
        DigestingOutputStream digesting = new DigestingOutputStream(OutputStream.nullOutputStream());
        Canonical.EXCLUSIVE.write(element, null, true, digesting);
        return new DraftReference("#" + identifier, List.of(XmlNames.EXCLUSIVE), digesting.digest(), "text/xml");
    }

    private static String uri(String contentId) {
        return contentId.startsWith(SCHEME) ? contentId : SCHEME + contentId;
    }

    private static String mimeType(Part part) {
        return part.mimeType().isEmpty() ? "application/octet-stream" : part.mimeType();
    }

    /** What the key gave is checked before it goes into a packet. */
    private String completed(XmlDocument document, List<DraftReference> references, Instant at)
            throws XmlFault, SigningException {
        Element signature = new DraftXml(document.document(), key.chain(), key.usualAlgorithm(), at).write(references);
        PreparedXml prepared = new PreparedXml(
                document.document(),
                signature,
                key.certificate(),
                key.usualAlgorithm(),
                new CheckSignedXml(key.certificate(), null, List.of(), at));
        String text = prepared.completeElement(key.sign(prepared.toBeSigned(), prepared.algorithm()));
        Screened screened = ScreenSignature.of(signature, XmlLimits.standard());
        if (!screened.scheme().verifies(key.certificate().getPublicKey(), screened.signedBytes(), screened.value())) {
            throw new SigningException("signature value: wrong (expected: made by the key)", null);
        }
        return text;
    }
}
