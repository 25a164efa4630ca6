package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.DateText;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.PacketWriter;
import vn.lienthong.gateway.packet.ResponseFor;
import vn.lienthong.gateway.packet.StaffInfo;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.gateway.packet.StatusMessage;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.GatewayStores;

/**
 * A province's gateway as a member of another gateway in the role of the axis, each in a process of its own; the same whatever
 * dialect lies between them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoGateways {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** How the member is told of the other one. */
    private final String dialect;

    /** Which of the other's listeners it calls. */
    private final Function<GatewayProcess, URI> door;

    /** What stands before the operations there. */
    private final String path;

    TwoGateways(String dialect, Function<GatewayProcess, URI> door, String path) {
        this.dialect = dialect;
        this.door = door;
        this.path = path;
    }

    @SuppressWarnings("NullAway.Init")
    private GatewayProcess axis;

    @SuppressWarnings("NullAway.Init")
    private GatewayProcess member;

    @SuppressWarnings("NullAway.Init")
    private LossyLine line;

    /** Văn phòng Chính phủ, connected to the axis itself. */
    @SuppressWarnings("NullAway.Init")
    private AxisClient office;

    /** Tây Ninh, connected to its province's gateway. */
    @SuppressWarnings("NullAway.Init")
    private AxisClient province;

    /** Bộ Xây dựng, connected to the axis too. */
    @SuppressWarnings("NullAway.Init")
    private AxisClient ministry;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        axis = GatewayProcess.start(GatewayProcess.DEVELOPMENT, folder.resolve("axis"), Map.of("gateway.code", "TRUC"))
                .awaitReady();
        member = GatewayProcess.start(
                GatewayProcess.DEVELOPMENT,
                folder.resolve("member"),
                Map.of(
                        "gateway.code", "CONG-TN",
                        "axis-link.poll-every", "500ms",
                        "axis-link.longest-pause", "2s",
                        "delivery.first-retry", "500ms",
                        "delivery.longest-retry", "2s"));
        member.awaitReady();
        office = client(axis, "vpcp", secret(axis, "vpcp", "G22", "agency"));
        ministry = client(axis, "bxd", secret(axis, "bxd", "G17", "agency"));
        String ofTheMember = secret(axis, "cong-tay-ninh", "H53", "peer");
        province = client(member, "tay-ninh", secret(member, "tay-ninh", "H53", "agency"));
        line = new LossyLine(door.apply(axis));
        Path file = Files.writeString(folder.resolve("secret"), ofTheMember + "\n");
        String said = admin(
                member,
                "neighbour",
                "add",
                "truc",
                "--name",
                "Trục",
                "--address",
                line.address(path).toString(),
                "--dialect",
                dialect,
                "--as",
                "cong-tay-ninh",
                "--secret-file",
                file.toString(),
                "--default");
        assertThat(said).contains("mọi cơ quan không nối vào đây");
    }

    @AfterAll
    void stop() throws Exception {
        if (line != null) {
            line.close();
        }
        member.close();
        axis.close();
    }

    private static AxisClient client(GatewayProcess gateway, String system, String secret) {
        return new AxisClient(
                HTTP, gateway.axis("/XrdAdapter/adapter"), system, secret, Duration.ofSeconds(60), Clock.systemUTC());
    }

    private static String secret(GatewayProcess gateway, String id, String agency, String kind) {
        return admin(gateway, "system", "add", id, "--name", id, "--agency", agency, "--kind", kind)
                .strip()
                .lines()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String admin(GatewayProcess gateway, String... words) {
        StringWriter out = new StringWriter();
        CommandLine command = RootCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", gateway.data().toString()));
        // The line to the neighbour of the test runs on this machine.
        all.addAll(List.of("--set", "outbound.loopback=true", "--set", "outbound.plain-http=true"));
        int exit = command.execute(all.toArray(String[]::new));
        assertThat(exit).as(out.toString()).isZero();
        return out.toString();
    }

    private static void sent(AxisClient sender, String from, String to, String number) throws Exception {
        handedIn(sender, from, PlainLetter.of(from, to, number));
    }

    private static void handedIn(AxisClient sender, String from, byte[] letter) throws Exception {
        AxisClient.Answer answer = sender.send(from, "edoc", List.of(), AxisClient.File.of(letter));
        assertThat(answer.isOk()).as(answer.errorDescription()).isTrue();
    }

    private static byte[] alsoTo(String code, byte[] letter) {
        String another = "<To><OrganId>" + code + "</OrganId><OrganName>Cơ quan nhận nữa</OrganName></To><DocumentId>";
        return new String(letter, StandardCharsets.UTF_8)
                .replaceFirst("<DocumentId>", another)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Copies of documents, statuses aside, that a gateway has on record for a letter. */
    private static int copies(GatewayProcess gateway, String number) {
        return GatewayStores.jdbi(gateway).withHandle(handle -> handle.createQuery(
                        """
                        select count(*) from delivery d join dossier o on o.id = d.dossier_id
                        where d.kind = 'EDOC' and o.document_id like '%,' || :number || '/TT-VP'
                        """)
                .bind("number", number)
                .mapTo(Integer.class)
                .one());
    }

    /** Waits for the letter, takes it and ticks it off; there is exactly one copy of it. */
    private static void collected(AxisClient recipient, String number) throws Exception {
        List<String> copies = new ArrayList<>();
        until(() -> {
            copies.clear();
            for (Map<String, String> item : recipient.received("edoc")) {
                if (text(recipient, item).contains("<CodeNumber>" + number + "<")) {
                    copies.add(item.getOrDefault("docId", ""));
                }
            }
            return !copies.isEmpty();
        });
        assertThat(copies).hasSize(1);
        assertThat(recipient.report(copies.getFirst(), "done").isOk()).isTrue();
    }

    private static String text(AxisClient recipient, Map<String, String> item) throws Exception {
        try (var in = recipient.download(item.getOrDefault("docId", "")).content()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void told(AxisClient from, String code, String sender, String number, StatusCode status)
            throws Exception {
        ResponseFor about = new ResponseFor(
                sender,
                number + "/TT-VP",
                new DateText("2026/11/02"),
                new DocumentId(sender + ",2026/11/02," + number + "/TT-VP"));
        StatusMessage message = StatusMessage.at(
                Instant.now(),
                AgencyBlock.of(code, "Cơ quan " + code),
                about,
                new StaffInfo("Văn thư", "", "Người nhận", "", "", ""),
                status,
                "đã có");
        AxisClient.Answer answer = from.send(code, "status", List.of(), AxisClient.File.of(written(message)));
        assertThat(answer.isOk()).as(answer.errorDescription()).isTrue();
    }

    private static byte[] written(StatusMessage message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PacketWriter().write(message, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Waits for a status about the letter and ticks it off. */
    private static void heard(AxisClient sender, String number, String code) throws Exception {
        until(() -> {
            for (Map<String, String> item : sender.received("status")) {
                String text = text(sender, item);
                if (text.contains(number + "/TT-VP") && text.contains(">" + code + "<")) {
                    return sender.report(item.getOrDefault("docId", ""), "done").isOk();
                }
            }
            return false;
        });
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(holds);
    }

    /** What the sender hears of its letter from the gateway that it handed it to. */
    private static boolean isDone(AxisClient sender, String number) throws Exception {
        return sender.sent(Optional.empty()).stream()
                .anyMatch(item -> item.getOrDefault("notation", "").equals(number + "/TT-VP")
                        && item.getOrDefault("receiveStatus", "").equals("done"));
    }

    @Test
    void documentsAndStatusesGoBothWays() throws Exception {
        sent(province, "H53", "G22", "1");
        collected(office, "1");
        until(() -> isDone(province, "1"));
        told(office, "G22", "H53", "1", StatusCode.ACCEPTED);
        heard(province, "1", "03");

        sent(office, "G22", "H53", "2");
        collected(province, "2");
        until(() -> isDone(office, "2"));
        told(province, "H53", "G22", "2", StatusCode.ARRIVED);
        heard(office, "2", "01");

        assertThat(admin(member, "neighbour", "test", "truc")).contains("KHÔNG có TLS", "khớp", "khóa: đúng");
        assertThat(admin(member, "neighbour", "list")).contains("liên lạc cuối", "đã lấy về");
        assertThat(admin(member, "neighbour", "agencies", "truc")).contains("không có gì thay đổi");
    }

    @Test
    void aMemberThatGoesDownBetweenCommitAndDoneHasTheDocumentOnce() throws Exception {
        line.breakAt("updateStatus", operation -> {
            member.kill();
            return false;
        });
        sent(office, "G22", "H53", "31");
        until(() -> !line.isArmed());
        assertThat(isDone(office, "31")).as("not ticked off").isFalse();
        member.restart().awaitReady();
        until(() -> isDone(office, "31"));
        collected(province, "31");
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondDocument() throws Exception {
        line.breakAt("sendEdoc", operation -> true);
        sent(province, "H53", "G22", "41");
        until(() -> !line.isArmed());
        until(() -> isDone(province, "41"));
        collected(office, "41");
    }

    @Test
    void whatIsSentWhileTheAxisIsDownArrivesWhenItIsBack() throws Exception {
        axis.kill();
        sent(province, "H53", "G22", "51");
        until(() -> admin(member, "neighbour", "list").contains("KHÔNG LIÊN LẠC ĐƯỢC"));
        axis.restart().awaitReady();
        collected(office, "51");
        until(() -> isDone(province, "51"));
        until(() -> !admin(member, "neighbour", "list").contains("KHÔNG LIÊN LẠC ĐƯỢC"));
    }

    @Test
    void eachOfSeveralRecipientsHasOneCopyAndOnlyOfItsOwnSide() throws Exception {
        handedIn(province, "H53", alsoTo("G17", PlainLetter.of("H53", "G22", "71")));
        collected(office, "71");
        collected(ministry, "71");
        assertThat(copies(axis, "71")).isEqualTo(2);

        handedIn(office, "G22", alsoTo("G17", PlainLetter.of("G22", "H53", "72")));
        collected(province, "72");
        collected(ministry, "72");
        assertThat(copies(member, "72"))
                .as("the ministry's is not the member's to bring")
                .isEqualTo(1);
    }

    /** The axis takes H41 to lie behind the member, which knows nobody of that code. */
    @Test
    void whatCameFromANeighbourIsNotSentBackToIt() throws Exception {
        admin(axis, "mandate", "grant", "cong-tay-ninh", "H41", "transit");
        sent(office, "G22", "H41", "61");
        until(() -> GatewayStores.jdbi(member).withHandle(handle -> handle.createQuery(
                                """
                                        select count(*) from alert
                                        where kind = 'DELIVERY_DEAD' and text like '%H41%không gửi ngược lại%'
                                        """)
                        .mapTo(Integer.class)
                        .one())
                == 1);
        assertThat(isDone(office, "61"))
                .as("the member has it, and a person there sees it")
                .isTrue();
    }
}
