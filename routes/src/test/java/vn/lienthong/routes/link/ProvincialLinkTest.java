package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.MessageKind;

/** The calls themselves, logins, and what a platform's answers mean. */
final class ProvincialLinkTest {

    private static final byte[] PACKET = "<edXML>xin chào</edXML>".getBytes(StandardCharsets.UTF_8);

    @AutoClose
    private final ProvincialPlatform platform = new ProvincialPlatform();

    @AutoClose
    private final OutboundHttp http = new OutboundHttp(OutboundSettings.demo());

    private final Neighbour neighbour =
            new Neighbour("tinh", platform.address(), "cong-xa", new Dialect.Provincial("dang-nhap", "QLVB"));
    private Optional<Instant> lastReached = Optional.empty();
    private Set<LocalDate> unread = Set.of();
    private final SetClock clock = new SetClock(Instant.parse("2026-11-26T18:00:00Z"));
    private final ProvincialLink link = new ProvincialLink(
            http,
            new Known(),
            new AxisBounds(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofSeconds(15)),
            new ProvincialLink.Reach(10_000, Duration.ofDays(30), id -> lastReached, (id, kind) -> unread),
            clock);

    private AxisReply send() throws IOException, InterruptedException {
        return send(link);
    }

    private AxisReply send(ProvincialLink by) throws IOException, InterruptedException {
        return by.send(
                neighbour,
                new NeighbourWire.Handed(
                        new AgencyCode("H53"),
                        MessageKind.EDOC,
                        List.of(new AgencyCode("G22"), new AgencyCode("H41")),
                        new AxisFile(Sha256.of(PACKET), PACKET.length, () -> new ByteArrayInputStream(PACKET)),
                        Optional.of("\"LT\";time=\"t\"")));
    }

    @Test
    void aLoginComesFirstAndServesTheCallsThatFollow() throws Exception {
        link.probe(neighbour);
        link.probe(neighbour);
        assertThat(platform.paths()).containsExactly("auth/login", "getAgenciesList", "getAgenciesList");
        LoggedRequest login = platform.requests().getFirst();
        assertThat(login.getUrl()).isEqualTo("/v1/auth/login?allow_anonymous=true");
        assertThat(login.getBodyAsString())
                .isEqualTo("{\"username\":\"dang-nhap\",\"password\":\"mật khẩu\",\"applicationCode\":\"QLVB\"}");
        assertThat(login.getHeader("Authorization")).isNull();
        LoggedRequest call = platform.requests().getLast();
        assertThat(call.getHeader("Authorization")).isEqualTo("Bearer token-1");
        assertThat(call.getHeader("X-SystemId")).isEqualTo("cong-xa");
        assertThat(call.getHeader("X-SecretKey")).isEqualTo("bi-mat");
    }

    @Test
    void aLoginIsRenewedBeforeItEnds() throws Exception {
        link.probe(neighbour);
        clock.now = clock.now.plus(Duration.ofMinutes(22));
        link.probe(neighbour);
        assertThat(platform.paths()).containsOnlyOnce("auth/login");
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        link.probe(neighbour);
        assertThat(platform.paths().stream().filter("auth/login"::equals)).hasSize(2);

        platform.answers("auth/login", ProvincialPlatform.ok("{\"token\":\"short\",\"expiresIn\":60}"));
        clock.now = clock.now.plus(Duration.ofMinutes(30));
        link.probe(neighbour);
        clock.now = clock.now.plus(Duration.ofSeconds(54));
        link.probe(neighbour);
        assertThat(platform.paths().stream().filter("auth/login"::equals)).hasSize(4);
    }

    @Test
    void aTokenThatIsNotKnownAnyMoreIsReplacedOnce() throws Exception {
        link.probe(neighbour);
        platform.logsIn("token-2");
        platform.knowsOnly("token-2");
        platform.answers("sendEdoc", ProvincialPlatform.json("{\"success\":true,\"message\":\"OK\",\"docId\":\"77\"}"));
        assertThat(AxisOutcome.of(send(), 1)).isEqualTo(new PushOutcome.Taken("DocId 77"));
        assertThat(platform.paths())
                .containsExactly("auth/login", "getAgenciesList", "sendEdoc", "auth/login", "sendEdoc");
        assertThat(platform.requests().getLast().getPart("edocFile").getBody().asBytes())
                .as("the file is sent whole again")
                .isEqualTo(PACKET);

        platform.knowsOnly("token-3");
        assertThat(AxisOutcome.of(send(), 1)).isEqualTo(new PushOutcome.TryAgain("HTTP 401 Unauthorized"));
        assertThat(platform.paths()).as("not for ever").hasSize(8);
    }

    @Test
    void aLoginThatIsRefusedIsSaidSo() {
        platform.answers(
                "auth/login",
                ProvincialPlatform.json("{\"code\":401,\"message\":\"Sai mật khẩu\"}")
                        .withStatus(401));
        assertThatThrownBy(() -> link.probe(neighbour))
                .isInstanceOf(IOException.class)
                .hasMessage("auth/login: mã lỗi 401 Sai mật khẩu");
        platform.answers("auth/login", ProvincialPlatform.ok("{}"));
        assertThatThrownBy(() -> link.probe(neighbour)).hasMessageContaining("không có token");
        platform.answers("auth/login", ProvincialPlatform.ok("{\"token\":\"a\\r\\nX-Evil: b\"}"));
        assertThatThrownBy(() -> link.probe(neighbour)).hasMessageContaining("token không dùng được");
    }

    @Test
    void aHandOverIsAFormWithItsKindAndItsRecipients() throws Exception {
        platform.answers(
                "sendEdoc",
                ProvincialPlatform.ok("{\"docId\":\"d-1\",\"status\":\"OK\",\"errorCode\":\"0\",\"errorDesc\":\"\"}"));
        assertThat(AxisOutcome.of(send(), 1)).isEqualTo(new PushOutcome.Taken("DocId d-1"));
        LoggedRequest request = platform.requests().getLast();
        assertThat(request.getPart("edocFile").getBody().asBytes()).isEqualTo(PACKET);
        assertThat(request.getPart("messageType").getBody().asString()).isEqualTo("edoc");
        assertThat(request.getPart("to").getBody().asString()).isEqualTo("[\"G22\",\"H41\"]");
        assertThat(request.getHeader("LienThong-Trace")).isEqualTo("\"LT\";time=\"t\"");
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
        "20, 1, TryAgain"
    })
    void aRefusalIsForEverOrForNow(String code, int attempts, String outcome) throws Exception {
        platform.answers(
                "sendEdoc",
                ProvincialPlatform.json("{\"success\":false,\"message\":\"Loi\",\"data\":{\"docId\":null,"
                        + "\"status\":\"error\",\"errorCode\":\"" + code + "\",\"errorDesc\":\"vì\\nthế\"}}"));
        PushOutcome came = AxisOutcome.of(send(), attempts);
        assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(came.detail()).isEqualTo("mã lỗi " + code + " vì thế");
    }

    @Test
    void whatWaitsIsListedWithoutWhatIsDone() throws Exception {
        platform.answers(
                "syncReceivedEdocList",
                ProvincialPlatform.ok("[{\"docId\":\"a\",\"to\":\"H53\",\"status\":\"initial\"},"
                        + "{\"docId\":\"b\",\"to\":\"H53\",\"status\":\"done\"},"
                        + "{\"docId\":\"c\",\"to\":null},{\"docId\":\"\"}]"));
        assertThat(link.received(neighbour, MessageKind.STATUS).items())
                .containsExactly(new AxisListed("a", List.of(new AgencyCode("H53"))), new AxisListed("c", List.of()));
        assertThat(platform.requests().getLast().getUrl())
                .as("today in Vietnam, and a month before")
                .isEqualTo("/v1/syncReceivedEdocList?messageType=status&fromDate=2026%2F10%2F28&toDate=2026%2F11%2F27");
        platform.answers("syncReceivedEdocList", aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"));
        assertThatThrownBy(() -> link.received(neighbour, MessageKind.EDOC)).isInstanceOf(IOException.class);
    }

    @Test
    void whoWasNotReachedForLongerIsAskedFromThereOn() throws Exception {
        platform.answers("syncReceivedEdocList", ProvincialPlatform.ok("[]"));
        lastReached = Optional.of(clock.now.minus(Duration.ofDays(90)));
        link.received(neighbour, MessageKind.EDOC);
        assertThat(platform.requests().getLast().getUrl()).contains("fromDate=2026%2F08%2F28");
        lastReached = Optional.of(clock.now.minus(Duration.ofMinutes(1)));
        link.received(neighbour, MessageKind.EDOC);
        assertThat(platform.requests().getLast().getUrl()).contains("fromDate=2026%2F10%2F28");
    }

    @Test
    void aListThatIsTooLongIsAskedForInPieces() throws Exception {
        String line = "{\"docId\":\"%s\",\"to\":\"H53\",\"note\":\"" + "x".repeat(200) + "\"}";
        platform.lists(
                "2026/10/28",
                "2026/11/27",
                IntStream.range(0, 60).mapToObj(line::formatted).toList());
        platform.lists("2026/10/28", "2026/11/12", List.of(line.formatted("a")));
        platform.lists("2026/11/13", "2026/11/27", List.of(line.formatted("b")));
        NeighbourWire.Received received = link.received(neighbour, MessageKind.EDOC);
        assertThat(received.items()).extracting(AxisListed::docId).containsExactly("a", "b");
        assertThat(received.read()).hasSize(31);
        assertThat(received.tooLong()).isEmpty();
    }

    private static List<String> days(String from, String to, String line) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .map(day -> line.formatted(day))
                .toList();
    }

    @Test
    void aDayThatIsTooLongKeepsNoOtherDayFromBeingRead() throws Exception {
        String line = "{\"docId\":\"%s\",\"to\":\"H53\"}";
        platform.answers("syncReceivedEdocList", ProvincialPlatform.ok("[\"" + "x".repeat(20_000) + "\"]"));
        platform.lists("2026/10/28", "2026/11/12", days("2026-10-28", "2026-11-12", line));
        platform.lists("2026/11/13", "2026/11/20", days("2026-11-13", "2026-11-20", line));
        platform.lists("2026/11/21", "2026/11/24", days("2026-11-21", "2026-11-24", line));
        platform.lists("2026/11/26", "2026/11/26", List.of(line.formatted("2026-11-26")));
        platform.lists("2026/11/27", "2026/11/27", List.of(line.formatted("2026-11-27")));
        List<String> others = IntStream.rangeClosed(0, 30)
                .mapToObj(number -> LocalDate.of(2026, 10, 28).plusDays(number).toString())
                .filter(day -> !day.equals("2026-11-25"))
                .toList();
        NeighbourWire.Received received = link.received(neighbour, MessageKind.EDOC);
        assertThat(received.items()).extracting(AxisListed::docId).containsExactlyElementsOf(others);
        assertThat(received.tooLong()).containsExactly(LocalDate.of(2026, 11, 25));
        assertThat(received.read()).hasSize(30).doesNotContain(LocalDate.of(2026, 11, 25));

        int before = platform.requests().size();
        platform.lists("2026/10/28", "2026/11/24", days("2026-10-28", "2026-11-24", line));
        platform.lists("2026/11/26", "2026/11/27", days("2026-11-26", "2026-11-27", line));
        assertThat(link.received(neighbour, MessageKind.EDOC)).as("it rests").isEqualTo(received);
        assertThat(platform.requests()).hasSize(before + 2);

        platform.lists("2026/10/28", "2026/11/27", days("2026-10-28", "2026-11-27", line));
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(link.received(neighbour, MessageKind.EDOC).items())
                .as("it is asked for again")
                .hasSize(31);
        assertThat(link.received(neighbour, MessageKind.EDOC).tooLong()).isEmpty();
    }

    @Test
    void aDayThatWasNotReadIsAskedForHoweverOldItIs() throws Exception {
        String line = "{\"docId\":\"%s\",\"to\":\"H53\"}";
        LocalDate old = LocalDate.of(2026, 9, 1);
        LocalDate older = LocalDate.of(2026, 8, 1);
        unread = Set.of(old, older, LocalDate.of(2026, 11, 20));
        platform.answers("syncReceivedEdocList", aResponse().withStatus(502));
        platform.lists("2026/10/28", "2026/11/27", List.of(line.formatted("new")));
        platform.lists("2026/09/01", "2026/09/01", List.of(line.formatted("old")));
        NeighbourWire.Received received = link.received(neighbour, MessageKind.EDOC);
        assertThat(received.items()).extracting(AxisListed::docId).containsExactly("new", "old");
        assertThat(received.read()).hasSize(32).contains(old);
        assertThat(received.tooLong())
                .as("one that is not given keeps nothing else from being read")
                .containsExactly(older);
        int before = platform.requests().size();
        link.received(neighbour, MessageKind.EDOC);
        assertThat(platform.requests()).as("it rests").hasSize(before + 2);
    }

    @Test
    void aPlatformWhoseEveryDayIsTooLongSaysSo() throws Exception {
        platform.answers("syncReceivedEdocList", ProvincialPlatform.ok("[\"" + "x".repeat(20_000) + "\"]"));
        for (int i = 0; i < 2; i++) {
            NeighbourWire.Received received = link.received(neighbour, MessageKind.EDOC);
            assertThat(received.read()).isEmpty();
            assertThat(received.tooLong()).hasSize(31);
        }
        assertThat(platform.paths()).as("a login, and the days once").hasSize(1 + 61);
    }

    @Test
    void aCallAndItsLoginsEndTogether() {
        ProvincialLink hurried = new ProvincialLink(
                http,
                new Known(),
                new AxisBounds(Duration.ofSeconds(15), Duration.ofSeconds(15), Duration.ofMillis(900)),
                new ProvincialLink.Reach(10_000, Duration.ofDays(30), id -> Optional.empty(), (id, kind) -> Set.of()),
                clock);
        platform.answers(
                "auth/login", ProvincialPlatform.ok("{\"token\":\"t\"}").withFixedDelay(500));
        platform.answers("sendEdoc", ProvincialPlatform.unauthorized().withFixedDelay(500));
        assertThatThrownBy(() -> send(hurried)).isInstanceOf(HttpTimeoutException.class);
        assertThat(platform.paths()).as("no second login").containsOnlyOnce("auth/login");
    }

    @Test
    void anErrorIsNoDocument() throws Exception {
        for (String error : List.of(
                "{\"code\":500,\"success\":false,\"data\":\"null\"}",
                "{\"success\":false,\"data\":\"PGE+w6k8L2E+\"}",
                "{\"data\":{\"errorCode\":\"21\",\"data\":\"PGE+w6k8L2E+\"}}",
                "{\"code\":200,\"data\":\"null\"}",
                "{\"code\":200,\"data\":\"Tm90IGZvdW5k\"}")) {
            platform.answers("getEdoc", ProvincialPlatform.json(error));
            assertThat(link.download(neighbour, "x", InputStream::readAllBytes))
                    .as(error)
                    .isInstanceOf(NeighbourWire.Download.NotGiven.class);
        }
    }

    @Test
    void aPacketIsReadOutOfItsAnswer() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(PACKET);
        platform.answers("getEdoc", ProvincialPlatform.ok("{\"docId\":\"a b\",\"data\":\"" + base64 + "\"}"));
        assertThat(link.download(neighbour, "a b", InputStream::readAllBytes))
                .isInstanceOfSatisfying(NeighbourWire.Download.Came.class, came -> assertThat(came.copied())
                        .isEqualTo(PACKET));
        assertThat(platform.requests().getLast().getUrl()).isEqualTo("/v1/getEdoc?docId=a+b");
        platform.answers(
                "getEdoc",
                ProvincialPlatform.json("{\"code\":500,\"data\":{\"errorCode\":\"21\",\"errorDesc\":\"không có\"}}"));
        assertThat(link.download(neighbour, "x", InputStream::readAllBytes))
                .isEqualTo(new NeighbourWire.Download.NotGiven<>(new AxisReply.Refused("21", "không có")));
        platform.answers("getEdoc", ProvincialPlatform.json("{\"code\":200,\"note\":\"" + "x".repeat(20_000) + "\"}"));
        assertThatThrownBy(() -> link.download(neighbour, "x", InputStream::readAllBytes))
                .isInstanceOf(IOException.class);
    }

    @Test
    void agenciesAreReadInEitherSpelling() throws Exception {
        platform.answers(
                "getAgenciesList",
                ProvincialPlatform.ok("[{\"orgCode\":\"H37\",\"orgName\":\"Tỉnh\",\"parentCode\":null},"
                        + "{\"orgCode\":\"H37.1\",\"orgName\":\"Sở\",\"parentCode\":\"H37\"},"
                        + "{\"id\":2,\"pid\":1,\"code\":\"G22.1\",\"name\":\"Vụ\"}]"));
        assertThat(link.units(neighbour))
                .containsExactly(
                        new AxisUnit("H37", "", "H37", "", "Tỉnh", false),
                        new AxisUnit("H37.1", "H37", "H37.1", "", "Sở", false),
                        new AxisUnit("2", "1", "G22.1", "", "Vụ", false));
        platform.answers("getAgenciesList", ProvincialPlatform.json("[{\"code\":\"A\",\"name\":\"B\"}]"));
        assertThat(link.units(neighbour)).hasSize(1);
        platform.answers("getAgenciesList", aResponse().withStatus(404));
        assertThatThrownBy(() -> link.units(neighbour)).isInstanceOf(IOException.class);
    }

    @Test
    void aReportNamesTheCopyAndItsState() throws Exception {
        platform.answers("updateStatus", ProvincialPlatform.json("{\"code\":200,\"message\":\"OK\"}"));
        assertThat(link.report(neighbour, "d-1", "done")).isInstanceOf(AxisReply.Ok.class);
        assertThat(platform.requests().getLast().getBodyAsString())
                .isEqualTo("{\"docId\":\"d-1\",\"status\":\"done\"}");
    }

    private static final class SetClock extends Clock {

        private Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Known implements Neighbours {

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
            return Optional.of("bi-mat".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<byte[]> loginPassword(String systemId) {
            return Optional.of("mật khẩu".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void save(Neighbour neighbour, byte[] ownSecret, Optional<byte[]> loginPassword) {
            throw new UnsupportedOperationException();
        }
    }
}
