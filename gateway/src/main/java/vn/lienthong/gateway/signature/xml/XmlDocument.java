package vn.lienthong.gateway.signature.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** An XML document that signatures are looked for in: no DOCTYPE, nothing from outside, identifiers known and unique. */
final class XmlDocument {
    private static final Set<String> IDENTIFIERS = Set.of("Id", "ID", "id");

    private final Document document;
    private final Map<String, Element> identified = new HashMap<>();

    private XmlDocument(Document document) {
        this.document = document;
    }

    static XmlDocument parse(InputStream in) throws IOException, XmlFault {
        try {
            XmlDocument parsed = new XmlDocument(builder().parse(in));
            parsed.identify();
            return parsed;
        } catch (SAXException malformed) {
            throw new XmlFault("XML: not well-formed (expected: XML without DOCTYPE)");
        }
    }

    /**
     * A stranger's: it is looked at in passing before a document is built of it, which takes many times its bytes.
     *
     * @throws XmlFault for what no signature of it could be verified for, too
     */
    static XmlDocument bounded(byte[] xml, XmlLimits limits) throws IOException, XmlFault {
        if (xml.length > limits.maximumBytes()) {
            throw new XmlFault("XML: " + xml.length + " bytes (expected: at most " + limits.maximumBytes() + ")");
        }
        Glance glance = Glance.at(EnvelopeBytes.of(xml), limits);
        if (!glance.problem().isEmpty()) {
            throw new XmlFault(glance.problem());
        }
        return parse(new ByteArrayInputStream(xml));
    }

    /** An empty one, to build something in. */
    static Document empty() {
        return builder().newDocument();
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder;
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("XML parser: not as secure as asked (expected: the JDK's)", absent);
        }
    }

    /** Two elements under one identifier are what signature wrapping is made of. */
    private void identify() throws XmlFault {
        // Not one call within another: how deep it goes is a stranger's choice.
        @Nullable Node at = root();
        while (at != null) {
            if (at instanceof Element element) {
                identify(element);
            }
            at = next(at);
        }
    }

    /** In the order of the document; null behind the last. */
    private static @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        @Nullable Node up = node;
        while (up != null && up.getNextSibling() == null) {
            up = up.getParentNode();
        }
        return up == null ? null : up.getNextSibling();
    }

    private void identify(Element element) throws XmlFault {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            Element before = identifies(attribute) ? identified.put(attribute.getValue(), element) : null;
            if (before != null && before != element) {
                throw new XmlFault("identifier " + attribute.getValue() + ": twice (expected: once)");
            }
        }
    }

    private static boolean identifies(Attr attribute) {
        return attribute.getNamespaceURI() == null
                ? IDENTIFIERS.contains(attribute.getName())
                : attribute.getName().equals("xml:id");
    }

    Document document() {
        return document;
    }

    Element root() {
        return document.getDocumentElement();
    }

    Optional<Element> named(String identifier) {
        return Optional.ofNullable(identified.get(identifier));
    }

    /** Every Signature of XML-DSig, in the order of the document, nested ones too. */
    List<Element> signatures() {
        NodeList found = document.getElementsByTagNameNS(XmlNames.DSIG, "Signature");
        List<Element> signatures = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            signatures.add((Element) found.item(at));
        }
        return signatures;
    }
}
