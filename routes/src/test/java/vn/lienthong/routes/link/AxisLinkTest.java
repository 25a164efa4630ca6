package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.MessageKind;

/** The calls themselves, and what the answers to a hand-over mean. */
final class AxisLinkTest {

    private static final byte[] SECRET = {1, 2, 3};
    private static final byte[] PACKET = "<edXML>xin chào</edXML>".getBytes(StandardCharsets.UTF_8);

    @AutoClose
    private final QuirkyAxis axis = new QuirkyAxis();

    @AutoClose
    private final OutboundHttp http = new OutboundHttp(OutboundSettings.demo());

    private final Neighbour neighbour = new Neighbour("truc", axis.address(), "cong-tinh");
    private final AxisLink link = link(Duration.ofSeconds(15));
    private final AxisLink impatient = link(Duration.ofMillis(1_500));

    private AxisLink link(Duration each) {
        return new AxisLink(http, new One(), new AxisBounds(each, each, each), 10_000, Clock.systemUTC());
    }

    private AxisReply send() throws IOException, InterruptedException {
        return send(link);
    }

    private AxisReply send(AxisLink link) throws IOException, InterruptedException {
        AxisFile file = new AxisFile(Sha256.of(PACKET), PACKET.length, () -> new ByteArrayInputStream(PACKET));
        return link.send(
                neighbour,
                new NeighbourWire.Handed(
                        new AgencyCode("H53"),
                        MessageKind.EDOC,
                        List.of(new AgencyCode("G22"), new AgencyCode("H41")),
                        file,
                        Optional.of("\"LT\";time=\"t\"")));
    }

    private static void checkCode(LoggedRequest request) {
        String signed = request.getHeader("XroadVnpt-sign-header");
        byte[] code = Hmac.of(SECRET, signed.getBytes(StandardCharsets.UTF_8));
        assertThat(request.getHeader("XroadVnpt-hash-header"))
                .isEqualTo(HexFormat.of().formatHex(code));
    }

    @Test
    void eachCallIsSignedAndDatedAfreshAndCarriesItsOwnParametersOnly() throws Exception {
        link.report(neighbour, "d1", "done");
        Thread.sleep(5);
        link.call(neighbour, "getAgenciesList", Map.of());
        List<LoggedRequest> calls = axis.requests();
        calls.forEach(AxisLinkTest::checkCode);
        assertThat(QuirkyAxis.header(calls.getFirst(), "sign-header-key"))
                .isEqualTo("docId;status;systemid;timestamp;Content-Type");
        assertThat(QuirkyAxis.header(calls.getLast(), "sign-header-key")).isEqualTo("systemid;timestamp;Content-Type");
        assertThat(calls.getLast().getHeader("XroadVnpt-docId")).isNull();
        assertThat(QuirkyAxis.header(calls.getLast(), "timestamp"))
                .matches("\\d{8}T\\d{6}\\+\\d{4}")
                .isNotEqualTo(QuirkyAxis.header(calls.getFirst(), "timestamp"));
        assertThat(QuirkyAxis.header(calls.getLast(), "systemid")).isEqualTo("cong-tinh");
    }

    @Test
    void aHandOverSaysForWhomItIsAndWhatItsFileMustBe() throws Exception {
        axis.answersOperation("sendEdoc", QuirkyAxis.ok("\"DocId\":\"77\""));
        assertThat(AxisOutcome.of(send(), 1)).isEqualTo(new PushOutcome.Taken("DocId 77"));
        LoggedRequest request = axis.requests().getLast();
        checkCode(request);
        assertThat(QuirkyAxis.header(request, "from")).isEqualTo("H53");
        assertThat(QuirkyAxis.header(request, "to")).isEqualTo("[\"G22\",\"H41\"]");
        assertThat(QuirkyAxis.header(request, "messagetype")).isEqualTo("edoc");
        assertThat(QuirkyAxis.header(request, "hash-file"))
                .isEqualTo(Sha256.of(PACKET).hex());
        assertThat(request.getHeader("LienThong-Trace")).isEqualTo("\"LT\";time=\"t\"");
        assertThat(request.getPart("file_doc").getBody().asBytes()).isEqualTo(PACKET);
    }

    @ParameterizedTest
    @CsvSource({
        "18, 1, Declined",
        "19, 1, Declined",
        "21, 1, Declined",
        "22, 1, Declined",
        "23, 1, Declined",
        "10, 1, TryAgain",
        "10, 3, Declined",
        "15, 1, TryAgain",
        "20, 1, TryAgain",
        "99, 1, TryAgain"
    })
    void aRefusalIsForEverOrForNow(String code, int attempts, String outcome) throws Exception {
        axis.answersOperation(
                "sendEdoc",
                QuirkyAxis.json("{\"status\":\"FAIL\",\"ErrorCode\":\"" + code + "\",\"ErrorDesc\":\"vì\\nthế\"}"));
        PushOutcome came = AxisOutcome.of(send(), attempts);
        assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(came.detail()).isEqualTo("mã lỗi " + code + " vì thế");
    }

    @Test
    void whatNobodyUnderstandsIsTriedAgainAndWhatIsTooLargeIsNot() throws Exception {
        for (ResponseDefinitionBuilder answer : List.of(
                aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"),
                aResponse().withStatus(401).withBody("Unauthorized"),
                aResponse().withBody("<html>đăng nhập</html>"),
                aResponse().withBody(""),
                QuirkyAxis.json("{}"),
                QuirkyAxis.json("[1]"),
                QuirkyAxis.json("{\"status\":\"OK\",\"ErrorCode\":\"20\"}"),
                QuirkyAxis.ok("\"DocId\":\"1\"").withStatus(500))) {
            axis.answersOperation("sendEdoc", answer);
            assertThat(AxisOutcome.of(send(), 30)).isInstanceOf(PushOutcome.TryAgain.class);
        }
        axis.answersOperation("sendEdoc", aResponse().withStatus(413));
        assertThat(AxisOutcome.of(send(), 1)).isInstanceOf(PushOutcome.Declined.class);
        axis.answersOperation("sendEdoc", QuirkyAxis.json("{\"ErrorCode\":\"0\",\"DocId\":12}"));
        assertThat(AxisOutcome.of(send(), 1)).isEqualTo(new PushOutcome.Taken("DocId 12"));
    }

    @Test
    void whoSaysNothingForTooLongIsNotWaitedFor() {
        axis.answersOperation("sendEdoc", QuirkyAxis.ok("").withFixedDelay(4_000));
        assertThatThrownBy(() -> send(impatient)).isInstanceOf(IOException.class);
    }

    @Test
    void aDownloadThatEndsTooEarlyIsNoDocument() throws Exception {
        axis.gives("long", aResponse().withBody("x".repeat(5_000)));
        assertThat(link.download(neighbour, "long", in -> in.readAllBytes().length))
                .isEqualTo(new NeighbourWire.Download.Came<>(5_000));
        axis.gives("none", QuirkyAxis.json("{\"status\":\"FAIL\",\"ErrorCode\":\"21\",\"ErrorDesc\":\"không có\"}"));
        assertThat(link.download(neighbour, "none", in -> in.readAllBytes().length))
                .isEqualTo(new NeighbourWire.Download.NotGiven<>(new AxisReply.Refused("21", "không có")));
        axis.gives("slow", aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(50, 60_000));
        assertThatThrownBy(() -> impatient.download(neighbour, "slow", in -> in.readAllBytes().length))
                .isInstanceOf(IOException.class);
    }

    @Test
    void agenciesAreReadFromTheListThatIsThere() throws Exception {
        axis.answersOperation("getSynchronizeUnit", aResponse().withStatus(404));
        axis.answersOperation(
                "getAgenciesList",
                QuirkyAxis.ok(
                        "\"data\":[{\"id\":\"1\",\"pid\":\"\",\"code\":\"G22\",\"name\":\"VPCP\",\"oldCode\":null},"
                                + "{\"id\":2,\"pid\":1,\"code\":\"G22.1\",\"name\":\"Vụ\",\"oldCode\":\"000.00.01.G22\"},"
                                + "{\"id\":\"3\",\"code\":\"\",\"name\":\"không mã\"}]"));
        assertThat(link.units(neighbour))
                .containsExactly(
                        new AxisUnit("1", "", "G22", "", "VPCP", false),
                        new AxisUnit("2", "1", "G22.1", "000.00.01.G22", "Vụ", false));
        axis.answersOperation(
                "getSynchronizeUnit",
                QuirkyAxis.ok("\"data\":[{\"id\":\"1\",\"code\":\"G22\",\"name\":\"VPCP\",\"deleted\":true}]"));
        assertThat(link.units(neighbour)).containsExactly(new AxisUnit("1", "", "G22", "", "VPCP", true));
    }

    private static final class One implements Neighbours {

        @Override
        public Optional<Neighbour> find(String systemId) {
            return Optional.empty();
        }

        @Override
        public List<Neighbour> all() {
            return List.of();
        }

        @Override
        public Optional<byte[]> ownSecret(String systemId) {
            return Optional.of(SECRET.clone());
        }

        @Override
        public Optional<byte[]> loginPassword(String systemId) {
            return ownSecret(systemId);
        }

        @Override
        public void save(Neighbour neighbour, byte[] ownSecret, Optional<byte[]> loginPassword) {
            throw new UnsupportedOperationException();
        }
    }
}
