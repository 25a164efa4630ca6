package vn.lienthong.gateway.packet;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamWriter2;

/** Writes elements as the platform's SDK does: one namespace, bound as default and as prefix {@code edXML}. */
final class WireOutput {

    private static final String PREFIX = "edXML";
    private static final WstxOutputFactory FACTORY = new WstxOutputFactory();

    private final OutputStream out;
    private final XMLStreamWriter2 xml;
    private final List<String> identified = new ArrayList<>();
    private final boolean identifying;

    WireOutput(OutputStream out) throws XMLStreamException {
        this(out, false);
    }

    /** @param identifying whether what a signature may be over gets an identifier */
    WireOutput(OutputStream out, boolean identifying) throws XMLStreamException {
        this.identifying = identifying;
        this.out = out;
        this.xml = (XMLStreamWriter2) FACTORY.createXMLStreamWriter(out, "UTF-8");
    }

    void begin() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("", "edXML", WireElements.NAMESPACE);
        xml.writeDefaultNamespace(WireElements.NAMESPACE);
        start("edXMLEnvelope");
        declarePrefix();
    }

    /** Declares the prefix on the element just begun. */
    void declarePrefix() throws XMLStreamException {
        xml.writeNamespace(PREFIX, WireElements.NAMESPACE);
    }

    /** An element with the prefix. */
    void start(String name) throws XMLStreamException {
        xml.writeStartElement(PREFIX, name, WireElements.NAMESPACE);
    }

    /** An element that a signature may be over. */
    void startSignable(String name, String identifier) throws XMLStreamException {
        start(name);
        if (identifying) {
            xml.writeAttribute("Id", identifier);
            identified.add(identifier);
        }
    }

    /** The identifiers that were given so far, in their order. */
    List<String> identified() {
        return List.copyOf(identified);
    }

    /** An element that is written already, with its namespaces. */
    void raw(String element) throws XMLStreamException {
        xml.writeRaw(element);
    }

    /** An element without, as the SDK writes attachments and its signature. */
    void startBare(String name) throws XMLStreamException {
        xml.writeStartElement("", name, WireElements.NAMESPACE);
    }

    void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** A leaf, unless there is nothing to say. */
    void leaf(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            start(name);
            text(text);
            end();
        }
    }

    void bareLeaf(String name, String text) throws XMLStreamException {
        if (!text.isEmpty()) {
            startBare(name);
            text(text);
            end();
        }
    }

    void leaves(String name, List<String> texts) throws XMLStreamException {
        for (String text : texts) {
            start(name);
            text(text);
            end();
        }
    }

    /** Text of the element just begun. */
    void text(String text) throws XMLStreamException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (!isXmlCharacter(c)) {
                throw new IllegalArgumentException(
                        "text: character U+" + Integer.toHexString(c) + " at " + i + " (expected: one of XML 1.0)");
            }
        }
        xml.writeCharacters(text);
    }

    private static boolean isXmlCharacter(char c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c == '\n' || c == '\r' || c == '\t';
    }

    /** The stream itself, for the text of the element just begun; only plain ASCII that needs no escape may go there. */
    OutputStream rawText() throws XMLStreamException {
        xml.writeCharacters("");
        xml.flush();
        return out;
    }

    void finish() throws XMLStreamException, IOException {
        xml.writeEndDocument();
        xml.close();
        out.flush();
    }
}
