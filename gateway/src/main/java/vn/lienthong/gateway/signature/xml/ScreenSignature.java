package vn.lienthong.gateway.signature.xml;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The screen that an XML signature passes before any library sees it: structure as in the schema, transforms from an
 * allow-list, references into the same document, few of them, nothing foreign inside.
 */
final class ScreenSignature {
    private static final int REFERENCES_AT_MOST = 30;
    private static final int TRANSFORMS_AT_MOST = 5;

    private final Element signature;

    private ScreenSignature(Element signature) {
        this.signature = signature;
    }

    /**
     * What a signature that passed the screen says.
     *
     * @param wholeDocument whether one of its references is to the document as a whole
     * @param certificates texts of its certificates, as written
     */
    record Screened(
            Element element, String method, List<String> digests, boolean wholeDocument, List<String> certificates) {}

    static Screened only(Document document) throws EnvelopeFault {
        NodeList signatures = document.getElementsByTagNameNS(XmlNames.DSIG, "Signature");
        if (signatures.getLength() != 1) {
            throw new EnvelopeFault("signatures: " + signatures.getLength() + " (expected: exactly 1)");
        }
        return new ScreenSignature((Element) signatures.item(0)).screen();
    }

    private Screened screen() throws EnvelopeFault {
        List<Element> parts = children(signature);
        if (parts.size() < 3
                || !is(parts.get(0), "SignedInfo")
                || !is(parts.get(1), "SignatureValue")
                || !is(parts.get(2), "KeyInfo")) {
            throw new EnvelopeFault("Signature: other parts (expected: SignedInfo, SignatureValue, KeyInfo)");
        }
        for (Element part : parts.subList(3, parts.size())) {
            if (!is(part, "Object")) {
                throw new EnvelopeFault("Signature: " + part.getLocalName() + " (expected: Object at most)");
            }
        }
        onlyKnownInside(signature);
        List<Element> info = children(parts.getFirst());
        if (info.size() < 3 || !is(info.get(0), "CanonicalizationMethod") || !is(info.get(1), "SignatureMethod")) {
            throw new EnvelopeFault("SignedInfo: other parts (expected: two methods and references)");
        }
        allowed(info.get(0), XmlNames.CANONICAL.contains(algorithm(info.get(0))));
        allowed(info.get(1), XmlNames.SIGNATURES.containsKey(algorithm(info.get(1))));
        if (!children(info.get(1)).isEmpty()) {
            throw new EnvelopeFault("SignatureMethod: with parameters (expected: none)");
        }
        List<Element> references = info.subList(2, info.size());
        if (references.size() > REFERENCES_AT_MOST) {
            throw new EnvelopeFault(
                    "references: " + references.size() + " (expected: at most " + REFERENCES_AT_MOST + ")");
        }
        boolean wholeDocument = false;
        List<String> digests = new ArrayList<>();
        for (Element reference : references) {
            wholeDocument |= reference(reference, digests);
        }
        return new Screened(signature, algorithm(info.get(1)), digests, wholeDocument, certificates(parts.get(2)));
    }

    /** Screens one reference; answers whether it is to the whole document. */
    private static boolean reference(Element reference, List<String> digests) throws EnvelopeFault {
        if (!is(reference, "Reference") || !reference.hasAttribute("URI")) {
            throw new EnvelopeFault("SignedInfo: " + reference.getLocalName() + " (expected: Reference with a URI)");
        }
        String uri = reference.getAttribute("URI");
        if (!uri.isEmpty() && !uri.matches("#[A-Za-z_][A-Za-z0-9_.-]{0,200}")) {
            throw new EnvelopeFault("reference: " + uri + " (expected: the same document)");
        }
        List<Element> parts = children(reference);
        if (parts.size() == 3 && is(parts.get(0), "Transforms")) {
            transforms(children(parts.getFirst()));
            parts = parts.subList(1, 3);
        }
        if (parts.size() != 2 || !is(parts.get(0), "DigestMethod") || !is(parts.get(1), "DigestValue")) {
            throw new EnvelopeFault("Reference: other parts (expected: transforms, digest method, digest value)");
        }
        allowed(parts.get(0), XmlNames.DIGESTS.containsKey(algorithm(parts.get(0))));
        digests.add(algorithm(parts.get(0)));
        return uri.isEmpty();
    }

    private static void transforms(List<Element> transforms) throws EnvelopeFault {
        if (transforms.size() > TRANSFORMS_AT_MOST) {
            throw new EnvelopeFault(
                    "transforms: " + transforms.size() + " (expected: at most " + TRANSFORMS_AT_MOST + ")");
        }
        for (Element transform : transforms) {
            String algorithm = algorithm(transform);
            allowed(
                    transform,
                    is(transform, "Transform")
                            && (algorithm.equals(XmlNames.ENVELOPED)
                                    || algorithm.equals(XmlNames.BASE64)
                                    || XmlNames.CANONICAL.contains(algorithm)));
        }
    }

    private static void allowed(Element element, boolean allowed) throws EnvelopeFault {
        if (!allowed) {
            throw new EnvelopeFault(
                    element.getLocalName() + ": " + algorithm(element) + " (expected: one of the allowed algorithms)");
        }
    }

    /** What lies inside the signature is not covered by an enveloped one: no business content may hide there. */
    private static void onlyKnownInside(Element element) throws EnvelopeFault {
        for (Element child : children(element)) {
            if (!XmlNames.INSIDE.contains(child.getNamespaceURI())) {
                throw new EnvelopeFault("Signature: " + child.getNodeName() + " inside (expected: nothing foreign)");
            }
            onlyKnownInside(child);
        }
    }

    private static List<String> certificates(Element keyInfo) throws EnvelopeFault {
        List<String> certificates = new ArrayList<>();
        NodeList found = keyInfo.getElementsByTagNameNS(XmlNames.DSIG, "X509Certificate");
        for (int i = 0; i < found.getLength(); i++) {
            certificates.add(found.item(i).getTextContent());
        }
        if (certificates.isEmpty() || certificates.size() > 10) {
            throw new EnvelopeFault("KeyInfo: " + certificates.size() + " certificates (expected: 1 to 10)");
        }
        return certificates;
    }

    private static String algorithm(Element element) {
        return element.getAttribute("Algorithm");
    }

    private static boolean is(Element element, String name) {
        return XmlNames.DSIG.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                children.add(nested);
            }
        }
        return children;
    }
}
