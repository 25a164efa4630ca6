package vn.lienthong.routes.scenario;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.MTOMFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.schemas.documents.Documents;
import vn.lienthong.schemas.documents.GatewayFault_Exception;
import vn.lienthong.schemas.documents.GetDocument;
import vn.lienthong.schemas.documents.GetDocumentResponse;
import vn.lienthong.schemas.documents.ListReceived;
import vn.lienthong.schemas.documents.MessageType;
import vn.lienthong.schemas.documents.ReceiptStatus;
import vn.lienthong.schemas.documents.ReportReceipt;
import vn.lienthong.schemas.documents.SubmitDocument;
import vn.lienthong.schemas.documents.SubmitStatus;

/** Through the SOAP door, with the client that is generated from its WSDL and a token asked for before each call. */
record ThroughSoap(URI base, AskForToken token) implements Client {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String NAMESPACE = "urn:lienthong:documents:1";

    /** Made once, from the description that every gateway publishes: a gateway that is down is found out by the call. */
    private static final Service SERVICE = Service.create(
            Objects.requireNonNull(wsdl(), "documents-1.wsdl"), new QName(NAMESPACE, "DocumentsService"));

    private static URL wsdl() {
        return ThroughSoap.class.getResource("/vn/lienthong/schemas/documents-1.wsdl");
    }

    private interface Call<T> {
        T make(Documents documents) throws GatewayFault_Exception, IOException;
    }

    @Override
    public AxisClient.Answer send(String from, String messageType, List<String> to, AxisClient.File file)
            throws IOException, InterruptedException {
        DataHandler packet = packet(file);
        String sha256 = file.digest().hex();
        return answer(documents -> {
            if (messageType.equals("edoc")) {
                SubmitDocument request = new SubmitDocument();
                request.getTo().addAll(to);
                request.setSha256(sha256);
                request.setPacket(packet);
                return documents.submitDocument(request).getDocId();
            }
            SubmitStatus request = new SubmitStatus();
            request.setSha256(sha256);
            request.setPacket(packet);
            return documents.submitStatus(request).getDocId();
        });
    }

    private static DataHandler packet(AxisClient.File file) throws IOException {
        try (InputStream in = file.content().get()) {
            return new DataHandler(new ByteArrayDataSource(in.readAllBytes(), "application/octet-stream"));
        }
    }

    @Override
    public List<Map<String, String>> received(String messageType) throws IOException, InterruptedException {
        ListReceived request = new ListReceived();
        request.setMessageType(MessageType.fromValue(messageType));
        return known(documents -> documents.listReceived(request).getItem()).stream()
                .map(item -> Map.of("docId", item.getDocId()))
                .toList();
    }

    @Override
    public AxisClient.Answer get(String docId) throws IOException, InterruptedException {
        AxisClient.Download download = download(docId);
        ObjectNode body = MAPPER.createObjectNode();
        try (InputStream in = download.content()) {
            body.put("data", Base64.getEncoder().encodeToString(in.readAllBytes()));
        }
        return new AxisClient.Answer("OK", "0", "", body, download.hop());
    }

    @Override
    public AxisClient.Download download(String docId) throws IOException, InterruptedException {
        GetDocument request = new GetDocument();
        request.setDocId(docId);
        return known(documents -> {
            GetDocumentResponse response = documents.getDocument(request);
            try (InputStream in = response.getPacket().getInputStream()) {
                return new AxisClient.Download(
                        new ByteArrayInputStream(in.readAllBytes()),
                        response.getLength(),
                        Optional.ofNullable(response.getTrace()));
            }
        });
    }

    @Override
    public AxisClient.Answer report(String docId, String status) throws IOException, InterruptedException {
        ReportReceipt request = new ReportReceipt();
        request.setDocId(docId);
        request.setStatus(ReceiptStatus.fromValue(status));
        return answer(documents -> {
            documents.reportReceipt(request);
            return "";
        });
    }

    /** What the door says to a call that gives an id, or refuses by its declared fault. */
    private AxisClient.Answer answer(Call<String> call) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode();
        try {
            body.put("DocId", made(call));
            return new AxisClient.Answer("OK", "0", "", body, Optional.empty());
        } catch (GatewayFault_Exception fault) {
            String findings = fault.getFaultInfo().getFinding().stream()
                    .map(finding -> finding.getCode() + " " + finding.getText())
                    .collect(Collectors.joining("; "));
            return new AxisClient.Answer("FAIL", "", findings, body, Optional.empty());
        } catch (AskForToken.NotLetIn e) {
            return new AxisClient.Answer("FAIL", "", String.valueOf(e.getMessage()), body, Optional.empty());
        }
    }

    /** What a caller that is known and asks rightly is told. */
    private <T> T known(Call<T> call) throws IOException, InterruptedException {
        try {
            return made(call);
        } catch (GatewayFault_Exception | AskForToken.NotLetIn e) {
            throw new IOException(e);
        }
    }

    private <T> T made(Call<T> call)
            throws GatewayFault_Exception, AskForToken.NotLetIn, IOException, InterruptedException {
        try {
            return call.make(documents());
        } catch (WebServiceException e) {
            // A gateway that is gone answers nothing; a fault that is not declared is a defect.
            if (e.getCause() instanceof IOException noAnswer) {
                throw noAnswer;
            }
            throw e;
        }
    }

    private Documents documents() throws AskForToken.NotLetIn, IOException, InterruptedException {
        Documents documents =
                SERVICE.getPort(new QName(NAMESPACE, "DocumentsSoap11"), Documents.class, new MTOMFeature(true));
        Map<String, Object> context = ((BindingProvider) documents).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, base + "/services/documents");
        // The engine of this client adds its own.
        context.put(
                MessageContext.HTTP_REQUEST_HEADERS,
                new HashMap<>(Map.of("Authorization", List.of("Bearer " + token.ask()))));
        return documents;
    }
}
