package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.ReadingFaults.place;
import static vn.lienthong.gateway.packet.ReadingFaults.shown;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * Decides for each element of a packet whether it is ours, keeps the limits of elements, attributes and text, and notices what
 * is unknown or there twice.
 */
final class ElementGate {

    private final XMLStreamReader parser;
    private final PacketLimits limits;
    private final ReadingFaults faults;
    private final Notes notes;
    private final ElementPath path;
    private String rootNamespace = WireElements.NAMESPACE;
    private int elements;
    private long skeletonChars;
    private long textChars;
    private int signatureDepth;
    private int visibleAttribute = -1;
    private @Nullable String signatureNamespace;

    ElementGate(XMLStreamReader parser, PacketLimits limits, ReadingFaults faults, Notes notes) {
        this.parser = parser;
        this.limits = limits;
        this.faults = faults;
        this.notes = notes;
        this.path = new ElementPath(limits.maxDepthElements());
    }

    /** The root: what namespace it has, everything has, though we say so when it is not the regulation's. */
    void enterRoot() throws XMLStreamException {
        String namespace = namespace();
        if (!namespace.equals(WireElements.NAMESPACE)) {
            rootNamespace = namespace;
            notes.add(Finding.warning(
                    ErrorCode.PACKET_NOT_EDXML,
                    "edXML",
                    "namespace: " + shown(namespace) + " (expected: " + WireElements.NAMESPACE + ")"));
        }
        enter();
    }

    /** Steps into the element that the parser stands at; false where it is to be left out. */
    boolean enter() throws XMLStreamException {
        countElement(path.depth() + 1);
        textChars = 0;
        String name = parser.getLocalName();
        countNames();
        boolean signature = name.equals("Signature") || name.equals("DigitalSignature");
        String namespace = namespace();
        int number = isOurs(namespace, signature) ? WireElements.number(name) : WireElements.UNKNOWN;
        boolean first = path.enter(name, number);
        if (number == WireElements.UNKNOWN) {
            noteUnknown(name);
            return false;
        }
        if (!first && (signatureDepth == 0 || signature)) {
            noteRepeated(name);
        }
        if (signature && signatureDepth == 0) {
            signatureDepth = path.depth();
            signatureNamespace = signatureNamespace == null ? namespace : signatureNamespace;
        }
        return true;
    }

    private String namespace() {
        String namespace = parser.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private boolean isOurs(String namespace, boolean signature) {
        return namespace.equals(WireElements.NAMESPACE)
                || namespace.isEmpty()
                || namespace.equals(rootNamespace)
                || ((signature || signatureDepth > 0) && namespace.equals(WireElements.XMLDSIG));
    }

    void leave() {
        textChars = 0;
        if (path.depth() == signatureDepth) {
            signatureDepth = 0;
        }
        path.leave();
    }

    /** An element inside of one that is left out: its limits are kept all the same. */
    void countSkipped(int openElements) throws XMLStreamException {
        countElement(path.depth() + openElements - 1);
        countNames();
    }

    private void countElement(int depth) throws XMLStreamException {
        elements++;
        if (elements > limits.maxElements()) {
            throw limit("elements", limits.maxElements(), "maxElements");
        }
        if (depth > limits.maxDepthElements()) {
            throw limit("elements nested", limits.maxDepthElements(), "maxDepthElements");
        }
    }

    /** A piece of text of the skeleton. */
    void countText(int chars) throws XMLStreamException {
        textChars += chars;
        if (textChars > limits.maxTextChars()) {
            throw limit("characters of one text", limits.maxTextChars(), "maxTextChars");
        }
        countSkeleton(chars);
    }

    private void countSkeleton(int chars) throws XMLStreamException {
        skeletonChars += chars;
        if (skeletonChars > limits.maxSkeletonChars()) {
            throw limit("characters besides attachments", limits.maxSkeletonChars(), "maxSkeletonChars");
        }
    }

    private void countNames() throws XMLStreamException {
        countName(parser.getLocalName());
        countName(parser.getPrefix());
        checkAttributes();
    }

    /**
     * A name of anything, in what is left out too: the parser keeps every different one until the packet's end, so that names
     * without end would fill the memory as well as text would.
     */
    void countName(@Nullable String name) throws XMLStreamException {
        if (name == null) {
            return;
        }
        if (name.length() > limits.maxNameChars()) {
            throw limit("characters of one name", limits.maxNameChars(), "maxNameChars");
        }
        countSkeleton(name.length());
    }

    /**
     * Keeps the limits of attributes and picks the one that a signature needs. The others are hidden: {@code xsi:type} and its
     * kind would change what the binding makes of an element.
     */
    private void checkAttributes() throws XMLStreamException {
        visibleAttribute = -1;
        int count = parser.getAttributeCount();
        int declarations = parser.getNamespaceCount();
        if (count + declarations > limits.maxAttributesPerElement()) {
            throw limit("attributes of one element", limits.maxAttributesPerElement(), "maxAttributesPerElement");
        }
        for (int i = 0; i < count; i++) {
            checkLength(parser.getAttributeValue(i));
            String name = parser.getAttributeLocalName(i);
            countName(name);
            countName(parser.getAttributePrefix(i));
            String namespace = parser.getAttributeNamespace(i);
            boolean bare = namespace == null || namespace.isEmpty();
            if (bare && signatureDepth > 0 && (name.equals("Algorithm") || name.equals("URI"))) {
                visibleAttribute = i;
            }
        }
        for (int i = 0; i < declarations; i++) {
            checkLength(parser.getNamespaceURI(i));
            countName(parser.getNamespacePrefix(i));
        }
    }

    private void checkLength(@Nullable String value) throws XMLStreamException {
        if (value != null && value.length() > limits.maxAttributeChars()) {
            throw limit("characters of one attribute", limits.maxAttributeChars(), "maxAttributeChars");
        }
    }

    private XMLStreamException limit(String what, long limit, String setting) {
        return faults.limit(place(parser.getLocation()), what, limit, setting);
    }

    private void noteUnknown(String name) {
        if (signatureDepth == 0) {
            notes.add(Finding.information(
                    ErrorCode.ELEMENT_UNKNOWN,
                    shown(path.toString()),
                    "element: " + shown(name) + " at " + place(parser.getLocation())
                            + " (expected: one of QCVN 102; it is left out)"));
        }
    }

    private void noteRepeated(String name) throws XMLStreamException {
        if (WireElements.mayRepeat(path.parent(), name)) {
            return;
        }
        Finding finding = Finding.error(
                ErrorCode.ELEMENT_REPEATED,
                shown(path.toString()),
                "element: " + name + " again at " + place(parser.getLocation()) + " (expected: once)");
        if (WireElements.isFrame(name)) {
            throw faults.refuse(finding);
        }
        notes.add(finding);
    }

    ElementPath path() {
        return path;
    }

    /** Number of the attribute to show, or -1. */
    int visibleAttribute() {
        return visibleAttribute;
    }

    /** Namespace of the first signature element; empty where there is none. */
    Optional<String> signatureNamespace() {
        return Optional.ofNullable(signatureNamespace);
    }
}
