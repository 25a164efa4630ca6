package vn.lienthong.routes.link;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.routes.platform.HardenedXml;

/** What a receiving system's answer means. A page of a proxy, a fault that is not declared, anything unclear: come again. */
final class SoapPushAnswer {

    private static final QName TAKEN = new QName(SoapPushMessage.NAMESPACE, "receiveDocumentResponse");
    private static final QName DECLINED = new QName(SoapPushMessage.NAMESPACE, "declined");
    private static final int SHOWN_CHARS = 200;

    private SoapPushAnswer() {}

    static PushOutcome outcome(OutboundHttp.Answer answer) {
        String status = "HTTP " + answer.status();
        try {
            XMLStreamReader reader = HardenedXml.reader(envelope(answer.body()));
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (reader.getName().equals(TAKEN) && answer.status() == 200) {
                    return new PushOutcome.Taken(detail(status, child(reader)));
                }
                if (reader.getName().equals(DECLINED)) {
                    return new PushOutcome.Declined(detail(status, child(reader)));
                }
            }
            return new PushOutcome.TryAgain(detail(status, Optional.of("không phải câu trả lời của receiveDocument")));
        } catch (XMLStreamException e) {
            return new PushOutcome.TryAgain(detail(status, Optional.of("không phải câu trả lời SOAP")));
        }
    }

    /** The envelope alone, where the answer is a multipart of MTOM with nothing attached. */
    private static byte[] envelope(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).stripLeading();
        if (!text.startsWith("--")) {
            return body;
        }
        int line = text.indexOf("\r\n");
        int head = text.indexOf("\r\n\r\n");
        int end = line < 0 || head < 0 ? -1 : text.indexOf("\r\n" + text.substring(0, line), head);
        return end < 0 ? body : text.substring(head + 4, end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The text of the one child that both answers may have. */
    private static Optional<String> child(XMLStreamReader reader) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                return Optional.of(reader.getElementText());
            }
        }
        return Optional.empty();
    }

    private static String detail(String status, Optional<String> said) {
        String text = said.map(String::strip).orElse("");
        String shown = text.length() > SHOWN_CHARS ? text.substring(0, SHOWN_CHARS) + "…" : text;
        return (status + " " + shown).strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
