package vn.lienthong.routes.link;

import jakarta.jws.WebService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.schemas.receiver.Declined;
import vn.lienthong.schemas.receiver.Declined_Exception;
import vn.lienthong.schemas.receiver.DocumentReceiver;
import vn.lienthong.schemas.receiver.ReceiveDocument;
import vn.lienthong.schemas.receiver.ReceiveDocumentResponse;

/**
 * An agency's system as its makers would build it from the receiver's WSDL: with another program's server, on loopback. It keeps
 * what is genuine; a number in the packet says how it answers.
 */
final class SoapReceiver implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final Bus bus = new CXFBusFactory().createBus();
    private final Service service;

    SoapReceiver(Path folder, String secret) throws Exception {
        service = new Service(secret);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        Tomcat.addServlet(context, "cxf", servlet);
        context.addServletMappingDecoded("/agency/*", "cxf");
        tomcat.start();
        tomcat.getConnector();
        JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
        factory.setBus(bus);
        factory.setServiceClass(DocumentReceiver.class);
        factory.setWsdlURL("classpath:/vn/lienthong/schemas/receiver-1.wsdl");
        factory.setServiceBean(service);
        factory.setAddress("/in");
        factory.setProperties(Map.of("mtom-enabled", true));
        factory.create();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/agency/in");
    }

    /** Packets that were taken, as text. */
    List<String> taken() {
        return List.copyOf(service.taken);
    }

    /** How often a copy was brought whose packet has the word. */
    int attempts(String word) {
        return service.attempts.getOrDefault(word, 0);
    }

    @Override
    public void close() throws LifecycleException {
        bus.shutdown(true);
        tomcat.stop();
        tomcat.destroy();
    }

    @WebService(
            serviceName = "DocumentReceiverService",
            portName = "DocumentReceiverSoap",
            targetNamespace = "urn:lienthong:receiver:1",
            endpointInterface = "vn.lienthong.schemas.receiver.DocumentReceiver")
    public static final class Service implements DocumentReceiver {

        private final byte[] secret;
        private final List<String> taken = new CopyOnWriteArrayList<>();
        private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

        Service(String secret) {
            this.secret = secret.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public ReceiveDocumentResponse receiveDocument(ReceiveDocument parameters) throws Declined_Exception {
            byte[] packet = bytes(parameters);
            String signed = parameters.getDeliveryId() + "." + parameters.getSent() + "."
                    + Sha256.of(packet).hex();
            if (!Hmac.matches(secret, signed.getBytes(StandardCharsets.UTF_8), parameters.getSignature())) {
                throw new IllegalStateException("not from the gateway");
            }
            String text = new String(packet, StandardCharsets.UTF_8);
            if (text.contains("tu-choi")) {
                attempts.merge("tu-choi", 1, Integer::sum);
                Declined declined = new Declined();
                declined.setReason("không phải của chúng tôi");
                throw new Declined_Exception("declined", declined);
            }
            if (text.contains("lan-sau") && attempts.merge("lan-sau", 1, Integer::sum) == 1) {
                throw new IllegalStateException("the disk is full");
            }
            taken.add(text);
            ReceiveDocumentResponse response = new ReceiveDocumentResponse();
            response.setNote("số đến 17");
            return response;
        }

        private static byte[] bytes(ReceiveDocument parameters) {
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                parameters.getPacket().writeTo(out);
                return out.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
