package vn.lienthong.gateway.signature.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Builds the document of an envelope: no DOCTYPE, nothing from outside, identifiers known and unique. */
final class EnvelopeDocument {
    private static final Set<String> IDENTIFIERS = Set.of("Id", "ID", "id");

    private EnvelopeDocument() {}

    static Document parse(InputStream in) throws IOException, EnvelopeFault {
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
            Document document = builder.parse(in);
            Set<String> identifiers = new HashSet<>();
            identify(document.getDocumentElement(), identifiers);
            return document;
        } catch (SAXException malformed) {
            throw new EnvelopeFault("envelope: not well-formed (expected: XML without DOCTYPE)");
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("XML parser: not as secure as asked (expected: the JDK's)", absent);
        }
    }

    /** Two elements under one identifier are what signature wrapping is made of. */
    private static void identify(Element element, Set<String> identifiers) throws EnvelopeFault {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getNamespaceURI() == null && IDENTIFIERS.contains(attribute.getName())) {
                if (!identifiers.add(attribute.getValue())) {
                    throw new EnvelopeFault("identifier " + attribute.getValue() + ": twice (expected: once)");
                }
                element.setIdAttributeNode(attribute, true);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element nested) {
                identify(nested, identifiers);
            }
        }
    }
}
