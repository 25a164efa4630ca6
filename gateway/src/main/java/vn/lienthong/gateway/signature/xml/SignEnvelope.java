package vn.lienthong.gateway.signature.xml;

import java.time.Instant;
import org.w3c.dom.Element;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/**
 * Signs a packet's envelope over the whole document: the result is the document in canonical form with the signature as the
 * last child of its header, or of its root where there is no header. No hop can be added to it without breaking the signature.
 */
public final class SignEnvelope {
    private final SignXml signing;

    public SignEnvelope(SigningKey key) {
        this.signing = new SignXml(key);
    }

    /**
     * The signed document.
     *
     * @throws SigningException when it is not XML that may be signed, or the key fails
     */
    public byte[] sign(byte[] xml, Instant at) throws SigningException {
        return signing.sign(signing.inside(xml, "", at, SignEnvelope::home));
    }

    private static Element home(XmlDocument document) {
        for (Element child : Dom.children(document.root())) {
            for (Element inner : Dom.children(child)) {
                if ("edXMLHeader".equals(inner.getLocalName())) {
                    return inner;
                }
            }
        }
        return document.root();
    }
}
