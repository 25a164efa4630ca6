package vn.lienthong.gateway.signature.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The screen that an XML signature passes before anything is computed: structure as in the schema, algorithms and transforms
 * from allow-lists, references into the same document or to files handed in beside, few of them, nothing foreign inside.
 */
final class ScreenSignature {
    private static final String IDENTIFIER = "#[\\p{L}_][\\p{L}\\p{N}_.-]{0,200}";

    /** {@code cid:} of a packet's part, or a file's name, in a container with its folders: no scheme, no root, no query. */
    private static final String BESIDE = "(cid:)?[^/\\\\:#?\\p{Cntrl}][^\\\\:#?\\p{Cntrl}]{0,299}";

    /** Of these one signature has one; a second one elsewhere is what readers are confused with. */
    private static final Set<String> ALONE = Set.of("SignedInfo", "SignatureValue", "SignedProperties");

    private final Element signature;
    private final XmlLimits limits;

    private ScreenSignature(Element signature, XmlLimits limits) {
        this.signature = signature;
        this.limits = limits;
    }

    /**
     * Screens one signature.
     *
     * @throws XmlFault when it must not be looked at further
     */
    static Screened of(Element signature, XmlLimits limits) throws XmlFault {
        return new ScreenSignature(signature, limits).screen();
    }

    private Screened screen() throws XmlFault {
        List<Element> parts = Dom.children(signature);
        if (parts.size() < 2 || !Dom.is(parts.get(0), "SignedInfo") || !Dom.is(parts.get(1), "SignatureValue")) {
            throw new XmlFault("Signature: other parts (expected: SignedInfo, SignatureValue, KeyInfo)");
        }
        boolean keyed = parts.size() > 2 && Dom.is(parts.get(2), "KeyInfo");
        for (Element part : parts.subList(keyed ? 3 : 2, parts.size())) {
            if (!Dom.is(part, "Object")) {
                throw new XmlFault("Signature: " + part.getLocalName() + " (expected: Object at most)");
            }
        }
        for (Element part : parts.subList(0, keyed ? 3 : 2)) {
            onlyKnownInside(part);
        }
        once();
        byte[] value = Dom.base64(parts.get(1).getTextContent(), "SignatureValue");
        Optional<ScreenedKeyInfo> keyInfo = keyed ? Optional.of(ScreenedKeyInfo.of(parts.get(2))) : Optional.empty();
        return info(parts.getFirst(), value, keyInfo);
    }

    private Screened info(Element signedInfo, byte[] value, Optional<ScreenedKeyInfo> keyInfo) throws XmlFault {
        List<Element> info = Dom.children(signedInfo);
        if (info.size() < 3
                || !Dom.is(info.get(0), "CanonicalizationMethod")
                || !Dom.is(info.get(1), "SignatureMethod")) {
            throw new XmlFault("SignedInfo: other parts (expected: two methods and references)");
        }
        List<Element> listed = info.subList(2, info.size());
        if (listed.size() > limits.maximumReferences()) {
            throw new XmlFault(
                    "references: " + listed.size() + " (expected: at most " + limits.maximumReferences() + ")");
        }
        List<ScreenedReference> references = new ArrayList<>();
        for (Element reference : listed) {
            references.add(reference(reference));
        }
        Optional<XadesProperties> properties = XadesProperties.of(signature);
        if (properties.isPresent()) {
            propertiesAreSigned(properties.get(), references);
        }
        for (Element object : Dom.children(signature, XmlNames.DSIG, "Object")) {
            objectIsSigned(object, references);
        }
        return new Screened(
                signature,
                Canonical.of(info.get(0)),
                XmlScheme.of(info.get(1)),
                references,
                value,
                keyInfo,
                properties);
    }

    /** One reference, to these very properties and no others, as they are (EN 319 132-1 §4.4). */
    private static void propertiesAreSigned(XadesProperties properties, List<ScreenedReference> references)
            throws XmlFault {
        String identifier = properties.signed().getAttribute("Id");
        List<ScreenedReference> to = references.stream()
                .filter(one -> one.uri().equals("#" + identifier) || one.type().equals(XmlNames.SIGNED_PROPERTIES))
                .toList();
        boolean asTheyAre = to.size() == 1
                && !identifier.isEmpty()
                && to.getFirst().uri().equals("#" + identifier)
                && to.getFirst().transforms().stream().allMatch(XmlTransform.Canonicalized.class::isInstance);
        if (!asTheyAre) {
            throw new XmlFault("SignedProperties: " + to.size() + " references (expected: exactly 1, to them)");
        }
    }

    /** What lies in an Object is signed where a reference leads to it, or to the one thing in it; else by nobody. */
    private static void objectIsSigned(Element object, List<ScreenedReference> references) throws XmlFault {
        List<Element> inside = Dom.children(object);
        boolean signed = signed(object, references)
                || (inside.size() == 1
                        && (signed(inside.getFirst(), references)
                                || Dom.is(inside.getFirst(), XmlNames.XADES, "QualifyingProperties")));
        if (!signed && !(inside.isEmpty() && object.getTextContent().isBlank())) {
            throw new XmlFault("Object: " + object.getAttribute("Id")
                    + " that no reference leads to (expected: nothing unsigned in a signature)");
        }
    }

    private static boolean signed(Element element, List<ScreenedReference> references) {
        return List.of("Id", "ID", "id").stream()
                .map(element::getAttribute)
                .anyMatch(identifier -> !identifier.isEmpty()
                        && references.stream().anyMatch(one -> one.uri().equals("#" + identifier)));
    }

    private ScreenedReference reference(Element reference) throws XmlFault {
        if (!Dom.is(reference, "Reference") || !reference.hasAttribute("URI")) {
            throw new XmlFault("SignedInfo: " + reference.getLocalName() + " (expected: Reference with a URI)");
        }
        String uri = reference.getAttribute("URI");
        if (!near(uri)) {
            throw new XmlFault("reference: " + uri + " (expected: the same document, or a file beside it)");
        }
        List<Element> parts = Dom.children(reference);
        List<XmlTransform> transforms = List.of();
        if (parts.size() == 3 && Dom.is(parts.getFirst(), "Transforms")) {
            transforms = transforms(Dom.children(parts.getFirst()));
            parts = parts.subList(1, 3);
        }
        if (parts.size() != 2 || !Dom.is(parts.get(0), "DigestMethod") || !Dom.is(parts.get(1), "DigestValue")) {
            throw new XmlFault("Reference: other parts (expected: transforms, digest method, digest value)");
        }
        String digest = XmlNames.DIGESTS.get(Dom.algorithm(parts.get(0)));
        if (digest == null || !Dom.children(parts.get(0)).isEmpty()) {
            throw new XmlFault(
                    "DigestMethod: " + Dom.algorithm(parts.get(0)) + " (expected: one of the allowed algorithms)");
        }
        return new ScreenedReference(
                uri,
                reference.getAttribute("Type"),
                transforms,
                digest,
                Dom.base64(parts.get(1).getTextContent(), "DigestValue"));
    }

    /** Whether a reference leads into the same document, or to a file that may be handed in beside it. */
    static boolean near(String uri) {
        return uri.isEmpty() || uri.matches(IDENTIFIER) || isBeside(uri);
    }

    /** A name is only ever compared with those of the files handed in; a path that climbs is refused all the same. */
    private static boolean isBeside(String uri) {
        return uri.matches(BESIDE)
                && Arrays.stream(uri.split("/", -1))
                        .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    }

    private List<XmlTransform> transforms(List<Element> listed) throws XmlFault {
        if (listed.size() > limits.maximumTransforms()) {
            throw new XmlFault(
                    "transforms: " + listed.size() + " (expected: at most " + limits.maximumTransforms() + ")");
        }
        List<XmlTransform> transforms = new ArrayList<>();
        for (Element transform : listed) {
            transforms.add(XmlTransform.of(transform));
        }
        return transforms;
    }

    /** No business content may hide where an enveloped signature does not cover it. */
    private static void onlyKnownInside(Element element) throws XmlFault {
        for (Element child : Dom.children(element)) {
            if (!XmlNames.INSIDE.contains(String.valueOf(child.getNamespaceURI()))) {
                throw new XmlFault("Signature: " + child.getNodeName() + " inside (expected: nothing foreign)");
            }
            onlyKnownInside(child);
        }
    }

    /** Signatures inside signatures have their own. */
    private void once() throws XmlFault {
        for (String name : ALONE) {
            String namespace = name.equals("SignedProperties") ? XmlNames.XADES : XmlNames.DSIG;
            NodeList found = signature.getElementsByTagNameNS(namespace, name);
            int own = 0;
            for (int at = 0; at < found.getLength(); at++) {
                own += nearest(found.item(at)) == signature ? 1 : 0;
            }
            if (own > 1) {
                throw new XmlFault(name + ": " + own + " in one signature (expected: 1)");
            }
        }
    }

    private static Node nearest(Node inside) {
        Node at = inside.getParentNode();
        while (at.getParentNode() != null && !Dom.is(at, "Signature")) {
            at = at.getParentNode();
        }
        return at;
    }
}
