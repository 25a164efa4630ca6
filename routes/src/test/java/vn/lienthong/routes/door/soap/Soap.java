package vn.lienthong.routes.door.soap;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.MTOMFeature;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import vn.lienthong.routes.door.ServicesFixture;
import vn.lienthong.schemas.documents.Documents;
import vn.lienthong.schemas.documents.MessageType;
import vn.lienthong.schemas.documents.SubmitDocument;
import vn.lienthong.schemas.documents.SubmitDocumentResponse;

/** Clients of the door, made from the description that the running door publishes. */
final class Soap {

    static final String NAMESPACE = "urn:lienthong:documents:1";

    private Soap() {}

    static URL wsdl(ServicesFixture services) throws Exception {
        return services.uri("/services/documents?wsdl").toURL();
    }

    /** A client of an agency's system, with MTOM. */
    static Documents client(ServicesFixture services, String code, String port) throws Exception {
        Documents documents = Service.create(wsdl(services), new QName(NAMESPACE, "DocumentsService"))
                .getPort(new QName(NAMESPACE, port), Documents.class, new MTOMFeature(true));
        ((BindingProvider) documents)
                .getRequestContext()
                .put(
                        MessageContext.HTTP_REQUEST_HEADERS,
                        // The engine of this client adds its own.
                        new HashMap<>(Map.of("Authorization", List.of("Bearer " + services.token(code)))));
        return documents;
    }

    static DataHandler file(byte[] bytes) {
        return new DataHandler(new ByteArrayDataSource(bytes, "application/octet-stream"));
    }

    static SubmitDocumentResponse submit(Documents documents, byte[] packet, String... to) throws Exception {
        SubmitDocument request = new SubmitDocument();
        request.setPacket(file(packet));
        request.getTo().addAll(List.of(to));
        return documents.submitDocument(request);
    }

    static vn.lienthong.schemas.documents.ListReceivedResponse received(Documents documents, MessageType type)
            throws Exception {
        vn.lienthong.schemas.documents.ListReceived request = new vn.lienthong.schemas.documents.ListReceived();
        request.setMessageType(type);
        return documents.listReceived(request);
    }
}
