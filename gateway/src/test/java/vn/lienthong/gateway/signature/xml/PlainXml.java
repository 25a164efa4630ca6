package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienthong.certsdev.DevIdentity;

/** XML-DSig as the JDK makes it: no properties, no identifier of the signature, the certificate in KeyInfo. */
final class PlainXml {
    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    private PlainXml() {}

    /** The document with a signature at its end over the elements that have these identifiers. */
    static byte[] overElements(byte[] xml, DevIdentity by, String... identifiers) {
        try {
            List<Reference> references = new ArrayList<>();
            for (String identifier : identifiers) {
                references.add(reference("#" + identifier, ""));
            }
            return signed(parsed(xml), by, references, List.of());
        } catch (GeneralSecurityException | XmlFault fault) {
            throw new AssertionError(fault);
        }
    }

    /**
     * The document with a signature over a manifest (XML-DSig §5.1) which lies in it and lists an element of the document.
     *
     * @param inside what the manifest holds, without its start and end
     */
    static byte[] overManifest(byte[] xml, DevIdentity by, String inside) {
        try {
            Document document = parsed(xml);
            String manifest = "<ds:Manifest xmlns:ds=\"" + XmlNames.DSIG + "\" Id=\"m\">" + inside + "</ds:Manifest>";
            Node node = document.importNode(parsed(XmlFixture.bytes(manifest)).getDocumentElement(), true);
            ((Element) node).setIdAttribute("Id", true);
            XMLObject object = FACTORY.newXMLObject(List.<XMLStructure>of(new DOMStructure(node)), null, null, null);
            return signed(document, by, List.of(reference("#m", XmlNames.DSIG + "Manifest")), List.of(object));
        } catch (GeneralSecurityException | XmlFault fault) {
            throw new AssertionError(fault);
        }
    }

    private static Reference reference(String uri, String type) throws GeneralSecurityException {
        return FACTORY.newReference(
                uri,
                FACTORY.newDigestMethod(DigestMethod.SHA256, null),
                List.of(FACTORY.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                type.isEmpty() ? null : type,
                null);
    }

    /** A reference as a manifest lists it, to an element, with the digest of other bytes where it is to be wrong. */
    static String listed(String uri, String transform, byte[] digest) {
        return "<ds:Reference URI=\"" + uri + "\"><ds:Transforms><ds:Transform Algorithm=\"" + transform
                + "\"/></ds:Transforms><ds:DigestMethod Algorithm=\"" + DigestMethod.SHA256 + "\"/><ds:DigestValue>"
                + Base64.getEncoder().encodeToString(digest) + "</ds:DigestValue></ds:Reference>";
    }

    private static byte[] signed(Document document, DevIdentity by, List<Reference> references, List<XMLObject> objects)
            throws GeneralSecurityException {
        try {
            String method = by.key().getAlgorithm().equals("RSA") ? XmlNames.RSA_SHA256 : XmlNames.ECDSA_SHA256;
            KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
            KeyInfo info = keys.newKeyInfo(List.of(keys.newX509Data(List.of(by.certificate()))));
            identify(document.getDocumentElement());
            FACTORY.newXMLSignature(
                            FACTORY.newSignedInfo(
                                    FACTORY.newCanonicalizationMethod(
                                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    FACTORY.newSignatureMethod(method, null),
                                    references),
                            info,
                            objects,
                            null,
                            null)
                    .sign(new DOMSignContext(by.key(), document.getDocumentElement()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (MarshalException | XMLSignatureException | TransformerException fault) {
            throw new AssertionError(fault);
        }
    }

    private static void identify(Element element) {
        if (element.hasAttribute("Id")) {
            element.setIdAttribute("Id", true);
        }
        Dom.children(element).forEach(PlainXml::identify);
    }

    private static Document parsed(byte[] xml) throws XmlFault {
        try {
            return XmlDocument.parse(new ByteArrayInputStream(xml)).document();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }
}
