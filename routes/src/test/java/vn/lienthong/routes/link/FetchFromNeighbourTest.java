package vn.lienthong.routes.link;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.FileVault;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.UploadLimits;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** What is fetched from an axis that is as the present one can be; the record behind it is a real one. */
final class FetchFromNeighbourTest {

    private static final RoundSettings SETTINGS =
            new RoundSettings(Duration.ofSeconds(30), Duration.ofMinutes(10), 20, 3);

    /** The machine may be busy with something else. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Administration record;

    @SuppressWarnings("NullAway.Init")
    private static Vault vault;

    @AutoClose
    private final QuirkyAxis axis = new QuirkyAxis();

    @AutoClose
    private final OutboundHttp http = new OutboundHttp(OutboundSettings.demo());

    private final MovableClock clock = new MovableClock();
    private final List<Submission> received = new ArrayList<>();
    private final List<String> reachedAgain = new ArrayList<>();
    private final String id = "truc-" + UUID.randomUUID();

    /** What reception says to a packet, given what it would say by itself. */
    private UnaryOperator<ReceptionAnswer> reception = answer -> answer;

    @BeforeAll
    static void open() throws IOException {
        record = Administration.open(
                folder.resolve("data"),
                Map.of(
                        "database.embedded-binaries",
                        Path.of("target", "postgres").toAbsolutePath().toString()),
                Progress.silent());
        vault = new FileVault(folder.resolve("vault"), Executors.newVirtualThreadPerTaskExecutor());
    }

    @AfterAll
    static void close() {
        record.close();
    }

    @BeforeEach
    void connect() {
        record.systems()
                .save(
                        new ReceivingSystem(
                                id,
                                "Trục",
                                CallerKind.PEER,
                                Duration.ofHours(24),
                                List.of(),
                                Optional.empty(),
                                Optional.of(new PushTarget(axis.address(), PushForm.AXIS)),
                                true),
                        new byte[] {1});
        // A second ago: the database keeps microseconds, and may round up.
        record.systems()
                .grant(
                        id,
                        new Mandate(
                                Mandate.BEYOND, Right.TRANSIT, clock.instant().minusSeconds(1), Optional.empty()));
        record.neighbours().save(new Neighbour(id, axis.address(), "cong-tinh"), new byte[] {2});
    }

    private ReceptionAnswer receive(Submission submission) {
        received.add(submission);
        return reception.apply(new ReceptionAnswer.Taken(
                new DossierId(new UUID(0, received.size())), "our-id", DossierState.ACCEPTED, false, List.of()));
    }

    private void fetch() {
        AxisBounds bounds = new AxisBounds(PATIENCE, PATIENCE, PATIENCE);
        fetch(new AxisLink(http, record.neighbours(), bounds, 1_000_000, clock));
    }

    private void fetch(NeighbourWire link) {
        new FetchFromNeighbour(
                        link,
                        new TakeOver(link, new SpoolBody(vault, UploadLimits.defaults()), this::receive, clock),
                        new FetchFromNeighbour.Registry(
                                record.neighbours(), record.systems()::credentials, reachedAgain::add),
                        record.neighbourRounds(),
                        new NeighbourAlerts(record.work(), clock),
                        SETTINGS,
                        clock)
                .fetch(id);
    }

    private NeighbourRounds.Progress progress() {
        return record.neighbourRounds().find(id).orElseThrow();
    }

    private List<NeighbourRounds.Stuck> stuck() {
        return record.neighbourRounds().stuck(id);
    }

    private List<Alerts.Alert> alerts(String kind) {
        return record.work().inTransaction(transaction -> transaction.alerts().open(100)).stream()
                .filter(alert -> alert.kind().equals(kind) && alert.text().contains(id))
                .toList();
    }

    private List<String> transportIds() {
        return received.stream()
                .map(submission -> submission.transportId().orElseThrow())
                .toList();
    }

    @Test
    void whatWaitsIsReceivedAndOnlyThenTickedOff() {
        axis.lists("edoc", "d1");
        axis.lists("status", "s1");
        axis.gives("d1", aResponse().withBody("<edXML/>"));
        axis.gives("s1", aResponse().withBody("<edXML>s</edXML>"));
        reception = answer -> {
            assertThat(axis.calls())
                    .noneMatch(call -> call.endsWith("done")
                            && call.contains(transportIds().getLast()));
            return answer;
        };
        fetch();
        assertThat(axis.calls())
                .containsExactly(
                        "getReceivedEdocList",
                        "getReceivedEdocList",
                        "downloadEdoc d1",
                        "updateStatus d1 done",
                        "downloadEdoc s1",
                        "updateStatus s1 done");
        assertThat(received).extracting(Submission::channel).containsOnly(Channel.LINK);
        assertThat(received).extracting(Submission::kind).containsExactly(MessageKind.EDOC, MessageKind.STATUS);
        assertThat(received.getFirst().addressedTo()).containsExactly(new AgencyCode("H53"));
        assertThat(received.getFirst().bytes().length()).isEqualTo(8);
        assertThat(received.getFirst().caller().may(Right.TRANSIT, Mandate.BEYOND, clock.instant()))
                .isTrue();
        assertThat(progress().taken()).isEqualTo(2);
        assertThat(progress().waiting()).isEqualTo(new NeighbourRounds.Waiting(1, 1));
        fetch();
        assertThat(received).as("the next round is not due yet").hasSize(2);
    }

    @Test
    void whatDoesNotComeKeepsNothingElseFromComing() {
        axis.lists("edoc", "none", "good1", "cut", "bad", "good2", "empty");
        axis.gives("none", aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"));
        axis.gives("good1", aResponse().withBody("<edXML>1</edXML>"));
        axis.gives("cut", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        axis.gives("bad", aResponse().withBody("<not/>"));
        axis.gives("good2", aResponse().withBody("<edXML>2</edXML>"));
        axis.gives("empty", aResponse().withBody(""));
        reception = answer -> transportIds().getLast().equals("bad")
                ? new ReceptionAnswer.Refused(
                        List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "packet", "packet: hỏng")))
                : answer;
        fetch();
        assertThat(transportIds()).containsExactly("good1", "bad", "good2");
        assertThat(axis.calls())
                .contains("updateStatus good1 done", "updateStatus bad fail", "updateStatus good2 done")
                .doesNotContain("updateStatus none fail", "updateStatus cut fail");
        assertThat(stuck())
                .extracting(one -> one.item().docId())
                .containsExactlyInAnyOrder("none", "cut", "bad", "empty");
        assertThat(stuck()).extracting(NeighbourRounds.Stuck::error).anyMatch(text -> text.contains("HTTP 502"));

        clock.move(Duration.ofSeconds(31));
        axis.forget();
        axis.lists("edoc", "none", "cut", "bad", "empty");
        fetch();
        assertThat(axis.calls()).as("each rests twice as long").noneMatch(call -> call.startsWith("downloadEdoc"));
    }

    @Test
    void afterTheThirdTimeAnOperatorIsToldAndWhatComesInTheEndIsForgotten() {
        axis.lists("edoc", "bad");
        axis.gives("bad", aResponse().withBody("<not/>"));
        reception = answer -> new ReceptionAnswer.Refused(
                List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "packet", "packet: hỏng")));
        for (int i = 0; i < 3; i++) {
            fetch();
            clock.move(Duration.ofMinutes(11));
        }
        assertThat(alerts("NEIGHBOUR_ITEM_STUCK")).singleElement().satisfies(alert -> assertThat(alert.text())
                .contains("bad", "packet: hỏng"));
        reception = answer -> answer;
        fetch();
        assertThat(stuck()).isEmpty();
    }

    @Test
    void aDayThatIsTooLongIsToldOfUntilItIsReadAndNothingElseWaitsForIt() throws Exception {
        try (ProvincialPlatform platform = new ProvincialPlatform()) {
            record.neighbours()
                    .save(
                            new Neighbour(id, platform.address(), "cong-xa", new Dialect.Provincial("a", "b")),
                            "khoa".getBytes(StandardCharsets.US_ASCII),
                            Optional.of("mat-khau".getBytes(StandardCharsets.US_ASCII)));
            AxisBounds bounds = new AxisBounds(PATIENCE, PATIENCE, PATIENCE);
            ProvincialLink link = new ProvincialLink(
                    http,
                    record.neighbours(),
                    bounds,
                    new ProvincialLink.Reach(
                            10_000,
                            Duration.ofDays(1),
                            any -> Optional.empty(),
                            new NeighbourAlerts(record.work(), clock)::unread),
                    clock);
            DateTimeFormatter wire = DateTimeFormatter.ofPattern("uuuu/MM/dd");
            ZoneId vietnam = ZoneId.of("Asia/Ho_Chi_Minh");
            // At noon: an hour later it is still the same day.
            LocalDate today = LocalDate.ofInstant(clock.instant(), vietnam).plusDays(1);
            clock.move(Duration.between(
                    clock.instant(), today.atTime(12, 0).atZone(vietnam).toInstant()));
            String last = wire.format(today);
            String before = wire.format(today.minusDays(1));
            platform.answers("getEdoc", aResponse().withStatus(502));
            platform.lists(before, last, List.of("{\"docId\":\"lost\"}"));
            fetch(link);
            assertThat(stuck()).extracting(one -> one.item().docId()).containsOnly("lost");
            assertThat(alerts("NEIGHBOUR_LIST_TOO_LONG")).isEmpty();

            String packet = Base64.getEncoder().encodeToString("<edXML/>".getBytes(StandardCharsets.UTF_8));
            platform.answers("getEdoc", ProvincialPlatform.ok("{\"data\":\"" + packet + "\"}"));
            String much = "\"" + "x".repeat(20_000) + "\"";
            platform.lists(before, last, List.of(much));
            platform.lists(before, before, List.of(much));
            platform.lists(last, last, List.of("{\"docId\":\"today\"}"));
            clock.move(Duration.ofMinutes(1));
            fetch(link);
            assertThat(transportIds()).contains("today");
            assertThat(stuck())
                    .as("it is not over")
                    .extracting(one -> one.item().docId())
                    .contains("lost");
            assertThat(alerts("NEIGHBOUR_LIST_TOO_LONG"))
                    .extracting(Alerts.Alert::text)
                    .hasSize(2)
                    .anyMatch(text -> text.contains("danh sách edoc ngày "
                            + DateTimeFormatter.ofPattern("dd/MM/uuuu").format(today.minusDays(1)) + " quá dài"));
            clock.move(Duration.ofMinutes(1));
            fetch(link);
            assertThat(alerts("NEIGHBOUR_LIST_TOO_LONG"))
                    .as("told once of each kind")
                    .hasSize(2);

            clock.move(Duration.ofDays(3));
            platform.lists(wire.format(today.plusDays(2)), wire.format(today.plusDays(3)), List.of());
            fetch(link);
            assertThat(alerts("NEIGHBOUR_LIST_TOO_LONG"))
                    .as("longer ago than what is looked back for")
                    .hasSize(2);

            platform.lists(before, before, List.of("{\"docId\":\"late\"}"));
            clock.move(Duration.ofHours(1));
            fetch(link);
            assertThat(transportIds()).contains("late");
            assertThat(alerts("NEIGHBOUR_LIST_TOO_LONG")).as("closed by itself").isEmpty();

            platform.answers("syncReceivedEdocList", ProvincialPlatform.ok("[" + much + "]"));
            clock.move(Duration.ofDays(9));
            fetch(link);
            assertThat(alerts("NEIGHBOUR_LIST_TOO_LONG")).as("of every day").hasSize(2);
            assertThat(progress().error()).contains("outbound.longest-answer");
        }
    }

    @Test
    void anAnswerThatIsLostAfterTheCommitMakesARepeatNotALoss() {
        axis.lists("edoc", "d1");
        axis.gives("d1", aResponse().withBody("<edXML/>"));
        axis.reports("d1", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        fetch();
        assertThat(received).hasSize(1);
        assertThat(stuck()).hasSize(1);
        axis.reports("d1", QuirkyAxis.ok(""));
        clock.move(Duration.ofMinutes(2));
        fetch();
        assertThat(received).hasSize(2);
        assertThat(received.getFirst().bytes()).isEqualTo(received.getLast().bytes());
        assertThat(stuck()).isEmpty();
    }

    @Test
    void anAxisThatIsDownIsLeftAloneLongerAndLonger() {
        axis.answers("edoc", aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"));
        fetch();
        assertThat(progress().failures()).isEqualTo(1);
        assertThat(progress().error()).contains("502");
        axis.answers("edoc", aResponse().withBody("Unauthorized").withStatus(401));
        clock.move(Duration.ofSeconds(61));
        fetch();
        axis.answers("edoc", QuirkyAxis.ok("\"data\":[]").withFixedDelay(12_000));
        clock.move(Duration.ofSeconds(119));
        fetch();
        assertThat(progress().failures()).as("rests for 2 minutes").isEqualTo(2);
        clock.move(Duration.ofSeconds(2));
        fetch();
        assertThat(progress().failures()).as("slow is as good as down").isEqualTo(3);
        assertThat(alerts("NEIGHBOUR_DOWN")).hasSize(1);

        axis.lists("edoc");
        clock.move(Duration.ofMinutes(10));
        fetch();
        assertThat(progress().failures()).isZero();
        assertThat(reachedAgain).containsExactly(id);
        assertThat(alerts("NEIGHBOUR_DOWN")).as("closed by itself").isEmpty();
    }

    @Test
    void listsAreReadWithPatience() {
        for (String data : List.of("", "\"data\":null", "\"data\":\"\"", "\"data\":{}", "\"data\":[]")) {
            axis.answers("edoc", QuirkyAxis.ok(data));
            fetch();
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(progress().failures()).isZero();
        axis.answers(
                "edoc",
                QuirkyAxis.json("{\"status\":\"ok\",\"ErrorCode\":0,\"data\":[{\"docId\":17,\"to\":[\"H53\",\"H41\"]},"
                        + "{\"docId\":\"17\"},{\"docId\":\"\"},{\"docId\":null},{\"nothing\":1},\"text\","
                        + "{\"docId\":\"18\",\"to\":\"[\\\"H53\\\"]\"}]}"));
        axis.gives("17", aResponse().withBody("<edXML/>"));
        axis.gives("18", aResponse().withBody("<edXML/>"));
        fetch();
        assertThat(transportIds()).containsExactly("17", "18");
        assertThat(received.getFirst().addressedTo()).containsExactly(new AgencyCode("H53"), new AgencyCode("H41"));
        assertThat(received.getLast().addressedTo()).containsExactly(new AgencyCode("H53"));
    }

    @Test
    void anIdThatIsUsedAgainNamesANewDocument() {
        axis.lists("edoc", "d1");
        axis.gives("d1", aResponse().withBody("<edXML>1</edXML>"));
        fetch();
        axis.gives("d1", aResponse().withBody("<edXML>2</edXML>"));
        clock.move(Duration.ofMinutes(1));
        fetch();
        assertThat(received)
                .extracting(Submission::bytes)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aDisabledNeighbourIsNotAsked() {
        record.systems().save(record.systems().find(id).orElseThrow().withEnabled(false), new byte[] {1});
        fetch();
        assertThat(axis.calls()).isEmpty();
    }

    /** Begins with the real time, which the record goes by. */
    private static final class MovableClock extends Clock {

        private Instant now = Instant.now().plusSeconds(60);

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
