package vn.lienthong.routes.door.soap;

import jakarta.activation.DataHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.Bus;
import org.apache.cxf.attachment.AttachmentImpl;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxws.JAXWSMethodInvoker;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.service.invoker.Factory;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import vn.lienthong.routes.platform.HardenedXml;

/** One endpoint of CXF for each version of SOAP, from the ports of the WSDL. */
final class SoapEndpoints implements AutoCloseable {

    static final String CALL = SoapCall.class.getName();
    static final String ENVELOPE = Envelope.class.getName();
    /** What ended a call, for who answers it. */
    static final String FAULT = SoapEndpoints.class.getName() + ".fault";
    /** Set when the message was read and its operation begins. */
    static final String REACHED = SoapEndpoints.class.getName() + ".reached";

    private static final String WSDL = "classpath:/vn/lienthong/schemas/documents-1.wsdl";

    private final Bus bus = new CXFBusFactory().createBus();
    private final Map<SoapVersion, AbstractHTTPDestination> destinations = new EnumMap<>(SoapVersion.class);

    SoapEndpoints(SoapOperations operations) {
        for (SoapVersion version : SoapVersion.values()) {
            destinations.put(version, publish(version, operations));
        }
    }

    void invoke(SoapVersion version, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Objects.requireNonNull(destinations.get(version)).invoke(null, request.getServletContext(), request, response);
    }

    private AbstractHTTPDestination publish(SoapVersion version, SoapOperations operations) {
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(DocumentsMapping.SERVICE);
        factory.setWsdlURL(WSDL);
        factory.setServiceName(new QName(Operation.NAMESPACE, "DocumentsService"));
        factory.setEndpointName(
                new QName(Operation.NAMESPACE, version == SoapVersion.SOAP_12 ? "DocumentsSoap12" : "DocumentsSoap11"));
        factory.setAddress("/" + version.name());
        factory.setInvoker(new JAXWSMethodInvoker(new PerCall(operations)));
        factory.setProperties(Map.of(FaultListener.class.getName(), new Quiet()));
        Server server = factory.create();
        server.getEndpoint().getInInterceptors().add(new ShowEnvelope());
        server.getEndpoint().getOutFaultInterceptors().add(new KeepFault());
        return (AbstractHTTPDestination) server.getDestination();
    }

    private static HttpServletRequest request(Message message) {
        return (HttpServletRequest)
                Objects.requireNonNull(message.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    /** Gives the engine the hardened reader, and the attachment by name only: its bytes lie in the vault. */
    private static final class ShowEnvelope extends AbstractPhaseInterceptor<Message> {

        private static final DataHandler NOWHERE = new DataHandler(new VaultSource(InputStream::nullInputStream));

        ShowEnvelope() {
            super(Phase.RECEIVE);
        }

        @Override
        public void handleMessage(Message message) {
            Envelope envelope = (Envelope) request(message).getAttribute(ENVELOPE);
            try {
                message.setContent(XMLStreamReader.class, HardenedXml.reader(envelope.bytes()));
            } catch (XMLStreamException e) {
                throw new Fault(e);
            }
            envelope.include().ifPresent(id -> message.setAttachments(List.of(new AttachmentImpl(id, NOWHERE))));
        }
    }

    /** Ends the engine's own way of answering with a fault, before it begins. */
    private static final class KeepFault extends AbstractPhaseInterceptor<Message> {

        KeepFault() {
            super(Phase.SETUP);
        }

        @Override
        public void handleMessage(Message message) {
            request(message).setAttribute(FAULT, message.getContent(Exception.class));
            message.getInterceptorChain().abort();
        }
    }

    /** Faults are logged where they are answered, once. */
    private static final class Quiet implements FaultListener {

        @Override
        public boolean faultOccurred(Exception exception, String description, Message message) {
            return false;
        }
    }

    /** An implementation for each call, so that it need not look for whose it is. */
    private record PerCall(SoapOperations operations) implements Factory {

        @Override
        public Object create(Exchange exchange) {
            HttpServletRequest request = request(exchange.getInMessage());
            request.setAttribute(REACHED, true);
            Envelope envelope = (Envelope) request.getAttribute(ENVELOPE);
            exchange.put(Message.MTOM_ENABLED, envelope.operation().answersFile());
            return new DocumentsMapping(operations, (SoapCall) request.getAttribute(CALL));
        }

        @Override
        public void release(Exchange exchange, Object implementation) {
            // Nothing is held.
        }
    }

    @Override
    public void close() {
        bus.shutdown(true);
    }
}
