package vn.lienthong.gateway.packet;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * Makes the one hardened parser of packets, which hands text out in pieces. One factory for all packets, for making one costs more than reading a small packet.
 */
final class PacketParser {

    private static final int BUFFER_CHARS = 16 * 1024;
    private static final WstxInputFactory FACTORY = factory();

    private PacketParser() {}

    static XMLStreamReader parser(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = HardenedFactory.make();
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, BUFFER_CHARS);
        return factory;
    }
}
