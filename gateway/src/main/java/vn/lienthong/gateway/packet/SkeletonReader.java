package vn.lienthong.gateway.packet;

import static vn.lienthong.gateway.packet.ReadingFaults.shown;

import java.io.IOException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import vn.lienthong.gateway.finding.ErrorCode;

/**
 * What remains of a packet when its attachments are taken out, as a stream of XML events for the binding. Every element is shown
 * in the packet's own namespace, unknown and foreign ones are left out, and each ContentTransferEncoded is unpacked while the
 * parser passes it: in place of its text stands its number among the unpacked.
 */
final class SkeletonReader extends StreamReaderDelegate {

    private final BoundedInput input;
    private final ElementGate gate;
    private final AttachmentUnpacker unpacker;
    private final ReadingFaults faults;
    private Transfer transfer = Transfer.NONE;
    private char[] number = new char[0];

    /** Where the reader stands between the start and the end of a ContentTransferEncoded. */
    private enum Transfer {
        NONE,
        BEFORE_TEXT,
        AT_NUMBER
    }

    SkeletonReader(
            XMLStreamReader parser,
            BoundedInput input,
            ElementGate gate,
            AttachmentUnpacker unpacker,
            ReadingFaults faults) {
        super(parser);
        this.input = input;
        this.gate = gate;
        this.unpacker = unpacker;
        this.faults = faults;
    }

    /** Goes to the root, which must be {@code edXML}, of XML 1.0 in UTF-8. */
    void findRoot() throws XMLStreamException {
        String encoding = String.valueOf(super.getEncoding());
        if (!encoding.equals("UTF-8") && !encoding.equals("US-ASCII")) {
            throw notEdxml("encoding: " + shown(encoding) + " (expected: UTF-8)");
        }
        if ("1.1".equals(super.getVersion())) {
            throw notEdxml("XML version: 1.1 (expected: 1.0)");
        }
        int event = parse();
        while (event != XMLStreamConstants.START_ELEMENT) {
            event = parse();
        }
        if (!super.getLocalName().equals("edXML")) {
            throw notEdxml("root element: " + shown(super.getLocalName()) + " (expected: edXML)");
        }
        gate.enterRoot();
    }

    private XMLStreamException notEdxml(String text) {
        return faults.refuse(ErrorCode.PACKET_NOT_EDXML, super.getLocation(), text);
    }

    /** Reads what follows the root: nothing may, but comments and white space. */
    void finish() throws XMLStreamException {
        while (super.getEventType() != XMLStreamConstants.END_DOCUMENT) {
            parse();
        }
    }

    @Override
    public int next() throws XMLStreamException {
        return switch (transfer) {
            case BEFORE_TEXT -> {
                number = Integer.toString(unpack()).toCharArray();
                transfer = Transfer.AT_NUMBER;
                yield XMLStreamConstants.CHARACTERS;
            }
            case AT_NUMBER -> {
                transfer = Transfer.NONE;
                gate.leave();
                yield XMLStreamConstants.END_ELEMENT;
            }
            case NONE -> nextOfSkeleton();
        };
    }

    private int nextOfSkeleton() throws XMLStreamException {
        while (true) {
            int event = parse();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (gate.enter()) {
                        boolean holdsFile = super.getLocalName().equals("ContentTransferEncoded");
                        transfer = holdsFile ? Transfer.BEFORE_TEXT : Transfer.NONE;
                        return event;
                    }
                    skipElement();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    gate.leave();
                    return event;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    gate.countText(super.getTextLength());
                    return XMLStreamConstants.CHARACTERS;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return event;
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
    }

    /** One event of the parser, none of those that a packet must not have. */
    private int parse() throws XMLStreamException {
        int event;
        try {
            event = super.next();
        } catch (XMLStreamException e) {
            throw faults.parser(e);
        }
        input.tokenDone();
        if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            gate.countName(super.getPITarget());
        }
        if (event == XMLStreamConstants.DTD) {
            throw faults.refuse(
                    ErrorCode.PACKET_HAS_DOCTYPE, super.getLocation(), "document type declaration (expected: none)");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw faults.refuse(
                    ErrorCode.PACKET_NOT_WELL_FORMED, super.getLocation(), "entity reference (expected: none)");
        }
        return event;
    }

    private void skipElement() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            int event = parse();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                gate.countSkipped(open);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
        gate.leave();
    }

    /** Takes the file out, in pieces as large as the parser's buffer; the text never stands in memory as a whole. */
    private int unpack() throws XMLStreamException {
        try {
            AttachmentUnpacking unpacking = unpacker.begin();
            int event = parse();
            while (event != XMLStreamConstants.END_ELEMENT) {
                switch (event) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        unpacking.accept(super.getTextCharacters(), super.getTextStart(), super.getTextLength());
                    case XMLStreamConstants.START_ELEMENT ->
                        throw notEdxml("ContentTransferEncoded: element " + shown(super.getLocalName())
                                + " inside (expected: text alone)");
                    default -> {
                        // comments and instructions are not part of the text
                    }
                }
                event = parse();
            }
            return unpacker.end(unpacking);
        } catch (IOException e) {
            throw faults.stop(e);
        }
    }

    @Override
    public String getNamespaceURI() {
        return WireElements.NAMESPACE;
    }

    @Override
    public QName getName() {
        return new QName(WireElements.NAMESPACE, super.getLocalName());
    }

    @Override
    public String getPrefix() {
        return "";
    }

    /** Declarations mean nothing any more: every element is in one namespace. */
    @Override
    public int getNamespaceCount() {
        return 0;
    }

    @Override
    public int getAttributeCount() {
        return gate.visibleAttribute() < 0 ? 0 : 1;
    }

    @Override
    public String getAttributeLocalName(int index) {
        return super.getAttributeLocalName(gate.visibleAttribute());
    }

    @Override
    public String getAttributeNamespace(int index) {
        return "";
    }

    @Override
    public String getAttributePrefix(int index) {
        return "";
    }

    @Override
    public String getAttributeType(int index) {
        return "CDATA";
    }

    @Override
    public String getAttributeValue(int index) {
        return super.getAttributeValue(gate.visibleAttribute());
    }

    @Override
    public char[] getTextCharacters() {
        return transfer == Transfer.AT_NUMBER ? number : super.getTextCharacters();
    }

    @Override
    public int getTextStart() {
        return transfer == Transfer.AT_NUMBER ? 0 : super.getTextStart();
    }

    @Override
    public int getTextLength() {
        return transfer == Transfer.AT_NUMBER ? number.length : super.getTextLength();
    }

    @Override
    public String getText() {
        return transfer == Transfer.AT_NUMBER ? new String(number) : super.getText();
    }
}
