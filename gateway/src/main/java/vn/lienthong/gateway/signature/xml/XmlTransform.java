package vn.lienthong.gateway.signature.xml;

import org.w3c.dom.Element;

/** A step from what a Reference refers to, to the bytes that are digested. There are no others: no XSLT, no XPath. */
sealed interface XmlTransform {

    /** Without the signature that the reference is in (XML-DSig §6.6.4). */
    XmlTransform ENVELOPED = new WithoutSignature();

    /** The bytes that a text stands for (XML-DSig §6.6.2). */
    XmlTransform BASE64 = new Decoded();

    /** A canonical form (XML-DSig §6.5). */
    record Canonicalized(Canonical form) implements XmlTransform {}

    /** See {@link #ENVELOPED}. */
    record WithoutSignature() implements XmlTransform {}

    /** See {@link #BASE64}. */
    record Decoded() implements XmlTransform {}

    /**
     * Reads a Transform.
     *
     * @throws XmlFault for every algorithm that is not on the list
     */
    static XmlTransform of(Element transform) throws XmlFault {
        String algorithm = Dom.algorithm(transform);
        if (!Dom.is(transform, "Transform")) {
            throw new XmlFault("Transforms: " + transform.getNodeName() + " (expected: Transform)");
        }
        if (XmlNames.CANONICAL.contains(algorithm)) {
            return new Canonicalized(Canonical.of(transform));
        }
        if (!Dom.children(transform).isEmpty()) {
            throw new XmlFault("Transform: " + algorithm + " with parameters (expected: none)");
        }
        return switch (algorithm) {
            case XmlNames.ENVELOPED -> ENVELOPED;
            case XmlNames.BASE64 -> BASE64;
            default ->
                throw new XmlFault("Transform: " + algorithm + " (expected: canonical form, enveloped or base64)");
        };
    }
}
