package vn.lienthong.routes.platform;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import vn.lienthong.gateway.packet.HardenedFactory;

/**
 * Reads a small XML message of somebody else: no document type, no entities but the five of XML, no processing instructions,
 * UTF-8 only, and bounds on depth, elements and attributes. Packets have a reader of their own.
 */
public final class HardenedXml {

    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int LONGEST_ATTRIBUTE = 8 * 1024;
    private static final int DEEPEST = 40;
    private static final WstxInputFactory FACTORY = factory();

    private HardenedXml() {}

    /** A reader that throws {@link XMLStreamException} where it meets what is not allowed. */
    public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
        String encoding = String.valueOf(reader.getEncoding());
        if (!encoding.equals("UTF-8") && !encoding.equals("US-ASCII")) {
            throw new XMLStreamException("encoding: " + encoding + " (expected: UTF-8)", reader.getLocation());
        }
        return new Strict(reader);
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = HardenedFactory.make();
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MOST_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }

    /** Refuses what SOAP forbids (SOAP 1.1 §3, SOAP 1.2 part 1 §5) and no honest message has. */
    private static final class Strict extends StreamReaderDelegate {

        Strict(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            switch (event) {
                case XMLStreamConstants.DTD -> throw refused("DOCTYPE");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("entity reference");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> throw refused("processing instruction");
                default -> {
                    return event;
                }
            }
        }

        private XMLStreamException refused(String what) {
            return new XMLStreamException(what + " (expected: none)", getLocation());
        }
    }
}
