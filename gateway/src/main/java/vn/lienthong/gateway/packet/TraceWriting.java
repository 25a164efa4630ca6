package vn.lienthong.gateway.packet;

import javax.xml.stream.XMLStreamException;

/** TraceHeaderList on the wire: the stations, then what is to be done. */
final class TraceWriting {

    private TraceWriting() {}

    static void write(WireOutput xml, Packet packet) throws XMLStreamException {
        if (!packet.hasTrace() && packet.trace().isEmpty() && !packet.business().isStated()) {
            return;
        }
        xml.start("TraceHeaderList");
        for (TraceHop hop : packet.trace()) {
            xml.start("TraceHeader");
            xml.leaf("OrganId", hop.organId());
            xml.leaf("Timestamp", hop.timeText());
            xml.end();
        }
        if (packet.business().isStated()) {
            business(xml, packet.business());
        }
        xml.end();
    }

    private static void business(WireOutput xml, Business b) throws XMLStreamException {
        xml.startSignable("Bussiness", EnvelopeSigning.BUSINESS);
        xml.leaf("DocumentId", b.documentId().value());
        xml.leaf("BussinessDocType", b.docType());
        xml.leaf("BussinessDocReason", b.reason());
        xml.leaf("Paper", b.paper());
        change(xml, b.change());
        replacements(xml, b);
        HeaderWriting.staff(xml, b.staff());
        xml.end();
    }

    private static void change(WireOutput xml, DocumentChange change) throws XMLStreamException {
        if (change.equals(DocumentChange.NONE)) {
            return;
        }
        xml.start("BussinessDocumentInfo");
        xml.leaf("DocumentInfo", change.documentInfo());
        xml.leaf("DocumentReceiver", change.documentReceiver());
        if (!change.receivers().isEmpty()) {
            xml.start("ReceiverList");
            for (ReceiverChange receiver : change.receivers()) {
                xml.start("Receiver");
                xml.leaf("OrganId", receiver.organId());
                xml.leaf("ReceiverType", receiver.receiverType());
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }

    private static void replacements(WireOutput xml, Business b) throws XMLStreamException {
        if (b.replacements().isEmpty()) {
            return;
        }
        xml.start("ReplacementInfoList");
        for (Replacement replacement : b.replacements()) {
            xml.start("ReplacementInfo");
            xml.leaf("DocumentId", replacement.documentId().value());
            xml.start("OrganIdList");
            xml.leaves("OrganId", replacement.organIds());
            xml.end();
            xml.end();
        }
        xml.end();
    }
}
