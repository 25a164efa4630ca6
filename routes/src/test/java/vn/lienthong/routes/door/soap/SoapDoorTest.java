package vn.lienthong.routes.door.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.endpoint.dynamic.JaxWsDynamicClientFactory;
import org.apache.cxf.message.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;
import vn.lienthong.schemas.documents.CopyState;
import vn.lienthong.schemas.documents.Documents;
import vn.lienthong.schemas.documents.Finding;
import vn.lienthong.schemas.documents.GatewayFault_Exception;
import vn.lienthong.schemas.documents.GetDocument;
import vn.lienthong.schemas.documents.GetDocumentResponse;
import vn.lienthong.schemas.documents.GetReceipt;
import vn.lienthong.schemas.documents.GetSentState;
import vn.lienthong.schemas.documents.ListSent;
import vn.lienthong.schemas.documents.MessageType;
import vn.lienthong.schemas.documents.Outcome;
import vn.lienthong.schemas.documents.ReceiptStatus;
import vn.lienthong.schemas.documents.ReportReceipt;
import vn.lienthong.schemas.documents.ResolveAgency;
import vn.lienthong.schemas.documents.Sent;
import vn.lienthong.schemas.documents.SubmitDocument;
import vn.lienthong.schemas.documents.SubmitDocumentResponse;
import vn.lienthong.schemas.documents.SubmitStatus;
import vn.lienthong.schemas.documents.SubmitStatusResponse;
import vn.lienthong.schemas.documents.Waiting;

/** What the WSDL promises, through clients made of the one that the running door publishes. */
class SoapDoorTest {

    private static final String SOAP_11 = "DocumentsSoap11";

    @TempDir
    private static Path folder;

    private static ServicesFixture services;

    @BeforeAll
    static void start() {
        services = new ServicesFixture(folder, Map.of("door.max-listed", "20"));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static List<String> codes(GatewayFault_Exception fault) {
        return fault.getFaultInfo().getFinding().stream().map(Finding::getCode).toList();
    }

    private static byte[] bytes(DataHandler file) throws Exception {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static Waiting newest(Documents documents) throws Exception {
        return Soap.received(documents, MessageType.EDOC).getItem().getLast();
    }

    private static void report(Documents documents, String docId, ReceiptStatus status) throws Exception {
        ReportReceipt request = new ReportReceipt();
        request.setDocId(docId);
        request.setStatus(status);
        documents.reportReceipt(request);
    }

    private static GetDocumentResponse get(Documents documents, String docId) throws Exception {
        GetDocument request = new GetDocument();
        request.setDocId(docId);
        return documents.getDocument(request);
    }

    private static Sent sent(Documents documents, String docId) throws Exception {
        GetSentState request = new GetSentState();
        request.setDocId(docId);
        return documents.getSentState(request).getItem();
    }

    @ParameterizedTest
    @ValueSource(strings = {SOAP_11, "DocumentsSoap12"})
    void aLetterGoesFromHandToHand(String port) throws Exception {
        Documents sender = Soap.client(services, "G22", port);
        Documents recipient = Soap.client(services, "H53", port);
        byte[] letter = PlainLetter.of("G22", "H53", "tay-" + port);

        SubmitDocumentResponse taken = Soap.submit(sender, letter);
        assertThat(taken.isRepeated()).isFalse();
        assertThat(taken.isHeld()).isFalse();
        assertThat(Soap.submit(sender, letter).isRepeated()).isTrue();
        assertThat(Soap.submit(sender, letter).getDocId()).isEqualTo(taken.getDocId());

        Waiting waiting = newest(recipient);
        assertThat(waiting.getFrom()).isEqualTo("G22");
        assertThat(waiting.getTo()).isEqualTo("H53");
        assertThat(waiting.getState()).isEqualTo(CopyState.INITIAL);
        assertThat(waiting.getCreated().getTimezone()).isZero();

        GetDocumentResponse copy = get(recipient, waiting.getDocId());
        byte[] brought = bytes(copy.getPacket());
        assertThat(copy.getSha256()).isEqualTo(Sha256.of(brought).hex());
        assertThat(copy.getLength()).isEqualTo(brought.length);
        assertThat(new String(brought, StandardCharsets.UTF_8)).contains("tay-" + port + "/TT-VP</DocumentId>");

        report(recipient, waiting.getDocId(), ReceiptStatus.PROCESSING);
        assertThat(newest(recipient).getState()).isEqualTo(CopyState.PROCESSING);
        report(recipient, waiting.getDocId(), ReceiptStatus.DONE);
        report(recipient, waiting.getDocId(), ReceiptStatus.DONE);
        assertThat(Soap.received(recipient, MessageType.EDOC).getItem())
                .extracting(Waiting::getDocId)
                .doesNotContain(waiting.getDocId());

        Sent state = sent(sender, taken.getDocId());
        assertThat(state.getCopy()).singleElement().satisfies(one -> {
            assertThat(one.getState()).isEqualTo(CopyState.DONE);
            assertThat(one.getHandedOver()).isNotNull();
        });
        assertThat(sender.listSent(new ListSent()).getItem())
                .extracting(Sent::getDocId)
                .contains(taken.getDocId());
    }

    @Test
    void aStatusGoesBack() throws Exception {
        Documents sender = Soap.client(services, "G22", SOAP_11);
        Documents recipient = Soap.client(services, "H53", SOAP_11);
        Soap.submit(sender, PlainLetter.of("G22", "H53", "dap"));
        Waiting waiting = newest(recipient);
        report(recipient, waiting.getDocId(), ReceiptStatus.DONE);

        SubmitStatus request = new SubmitStatus();
        request.setPacket(Soap.file(SoapText.status("03", "H53", "G22", "G22,2026/11/02,dap/TT-VP")));
        SubmitStatusResponse answer = recipient.submitStatus(request);
        assertThat(answer.isMatched()).isTrue();

        List<Waiting> statuses = Soap.received(sender, MessageType.STATUS).getItem();
        assertThat(statuses).singleElement().satisfies(one -> assertThat(one.getFrom())
                .isEqualTo("H53"));
        assertThat(new String(bytes(get(sender, statuses.getFirst().getDocId()).getPacket()), StandardCharsets.UTF_8))
                .contains("<StatusCode>03</StatusCode>");
    }

    @Test
    void receiptsAreForWhoSent() throws Exception {
        Documents sender = Soap.client(services, "G22", SOAP_11);
        SubmitDocumentResponse taken = Soap.submit(sender, PlainLetter.of("G22", "H53", "bien-nhan"));
        GetReceipt request = new GetReceipt();
        request.setDocId(taken.getDocId());
        byte[] receipt = bytes(sender.getReceipt(request).getReceipt());
        assertThat(new String(receipt, StandardCharsets.ISO_8859_1)).contains("lienthong-receipt-1");
        Documents other = Soap.client(services, "H41", SOAP_11);
        assertThatThrownBy(() -> other.getReceipt(request))
                .isInstanceOfSatisfying(GatewayFault_Exception.class, fault -> assertThat(codes(fault))
                        .containsExactly("NOT_FOUND"));
    }

    @Test
    void whatIsAnothersIsNotFound() throws Exception {
        Documents sender = Soap.client(services, "G22", SOAP_11);
        Documents recipient = Soap.client(services, "H53", SOAP_11);
        Documents other = Soap.client(services, "H41", SOAP_11);
        SubmitDocumentResponse taken = Soap.submit(sender, PlainLetter.of("G22", "H53", "rieng"));
        String copy = newest(recipient).getDocId();
        assertThatThrownBy(() -> get(other, copy))
                .isInstanceOfSatisfying(GatewayFault_Exception.class, fault -> assertThat(codes(fault))
                        .containsExactly("NOT_FOUND"));
        assertThatThrownBy(() -> report(other, copy, ReceiptStatus.DONE)).isInstanceOf(GatewayFault_Exception.class);
        assertThatThrownBy(() -> sent(other, taken.getDocId())).isInstanceOf(GatewayFault_Exception.class);
        assertThatThrownBy(() -> sent(recipient, taken.getDocId())).isInstanceOf(GatewayFault_Exception.class);
        assertThat(other.listSent(new ListSent()).getItem()).isEmpty();
        assertThat(newest(recipient).getState()).isEqualTo(CopyState.INITIAL);
        report(recipient, copy, ReceiptStatus.DONE);
    }

    @Test
    void findingsComeInTheDeclaredFault() throws Exception {
        Documents sender = Soap.client(services, "G22", SOAP_11);
        assertThatThrownBy(() -> Soap.submit(sender, PlainLetter.of("H41", "H53", "gia-mao")))
                .isInstanceOfSatisfying(GatewayFault_Exception.class, fault -> {
                    assertThat(codes(fault)).contains("SENDER_NOT_CALLER");
                    assertThat(fault.getFaultInfo().getFinding()).allSatisfy(finding -> {
                        assertThat(finding.getText()).isNotEmpty();
                        assertThat(finding.getSeverity()).isIn("ERROR", "WARNING", "INFORMATION");
                    });
                });
        assertThatThrownBy(() -> Soap.submit(sender, PlainLetter.of("G22", "H53", "rong"), "H53", "H41"))
                .isInstanceOfSatisfying(GatewayFault_Exception.class, fault -> assertThat(codes(fault))
                        .contains("RECIPIENTS_WIDENED"));
        SubmitDocument announced = new SubmitDocument();
        announced.setSha256("0".repeat(64));
        announced.setPacket(Soap.file(PlainLetter.of("G22", "H53", "bam")));
        assertThatThrownBy(() -> sender.submitDocument(announced))
                .isInstanceOfSatisfying(GatewayFault_Exception.class, fault -> assertThat(codes(fault))
                        .containsExactly("HASH_MISMATCH"));
    }

    @Test
    void codesAreLookedUp() throws Exception {
        Documents anybody = Soap.client(services, "H53", SOAP_11);
        ResolveAgency request = new ResolveAgency();
        request.setCode("G22");
        assertThat(anybody.resolveAgency(request)).satisfies(answer -> {
            assertThat(answer.getOutcome()).isEqualTo(Outcome.RESOLVED);
            assertThat(answer.getAgency().getFirst().getCode()).isEqualTo("G22");
            assertThat(answer.getAgency().getFirst().getName()).isNotBlank();
        });
        request.setCode("H99");
        assertThat(anybody.resolveAgency(request).getOutcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** Larger than anything the engine would hold: it goes straight to the vault, and comes from there. */
    @Test
    void aLargePacketPassesByTheEngine() throws Exception {
        byte[] letter = SoapText.largeLetter("G22", "H53", "lon", 1_200_000);
        Documents sender = Soap.client(services, "G22", SOAP_11);
        Documents recipient = Soap.client(services, "H53", SOAP_11);
        Soap.submit(sender, letter);
        Waiting waiting = newest(recipient);
        assertThat(bytes(get(recipient, waiting.getDocId()).getPacket()).length).isGreaterThanOrEqualTo(letter.length);
        report(recipient, waiting.getDocId(), ReceiptStatus.DONE);
        try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    /** Classes generated and compiled at run time from nothing but the address. */
    @Test
    void aClientIsGeneratedFromThePublishedWsdl() throws Exception {
        Client client = JaxWsDynamicClientFactory.newInstance()
                .createClient(
                        Soap.wsdl(services),
                        new QName(Soap.NAMESPACE, "DocumentsService"),
                        new QName(Soap.NAMESPACE, SOAP_11));
        try {
            client.getRequestContext()
                    .put(Message.PROTOCOL_HEADERS, Map.of("Authorization", List.of("Bearer " + services.token("G22"))));
            client.getRequestContext().put(Message.MTOM_ENABLED, true);
            Object[] taken = client.invoke(
                    "submitDocument", List.of(), null, Soap.file(PlainLetter.of("G22", "H41", "sinh-ma")));
            assertThat(taken[0].toString()).isNotBlank();
        } finally {
            client.destroy();
        }
        Documents recipient = Soap.client(services, "H41", SOAP_11);
        assertThat(newest(recipient).getFrom()).isEqualTo("G22");
    }

    @Test
    void theDescriptionIsOneFileAndTheOnlyPage() throws Exception {
        HttpResponse<String> wsdl = ask("/services/documents?wsdl");
        assertThat(wsdl.statusCode()).isEqualTo(200);
        assertThat(wsdl.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
        assertThat(wsdl.body())
                .contains("location=\"" + services.uri("/services/documents") + "\"")
                .doesNotContain("schemaLocation", "wsdl:import", "gateway.invalid");
        assertThat(ask("/services/receiver?wsdl").body()).contains("urn:lienthong:receiver:1");
        for (String path : List.of(
                "/services/",
                "/services/documents",
                "/services/documents?xsd=1",
                "/services/documents?wsdl=x.wsdl",
                "/services/SOAP_11?wsdl",
                "/services/?stylesheet=1")) {
            assertThat(ask(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static HttpResponse<String> ask(String path) throws Exception {
        return services.send(HttpRequest.newBuilder(services.uri(path)).build());
    }
}
