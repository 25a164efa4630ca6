package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.delivery.PushOutcome;
import vn.lienthong.gateway.dossier.Attempt;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Spool;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.door.ServicesFixture;

/** Documents brought by SOAP to a system that another program's server runs, and what its answers mean. */
class SoapPushTest {

    private static final String SECRET = "secret of H01";
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void copiesAreBroughtUntilTheyAreTakenOrDeclined() throws Exception {
        try (ServicesFixture services =
                        new ServicesFixture(folder.resolve("data"), Map.of("delivery.first-retry", "500ms"));
                SoapReceiver receiver = new SoapReceiver(folder.resolve("tomcat"), SECRET)) {
            connect(services, receiver.address());

            Dossier taken = submit(services, "nhan-ngay");
            await().atMost(LONG).until(() -> state(services, taken) == DeliveryState.HANDED_OVER);
            assertThat(receiver.taken()).singleElement().asString().contains("nhan-ngay/TT-VP</DocumentId>");
            assertThat(attempts(services, taken)).singleElement().asString().contains("HTTP 200 số đến 17");

            Dossier later = submit(services, "lan-sau");
            await().atMost(LONG).until(() -> state(services, later) == DeliveryState.HANDED_OVER);
            assertThat(receiver.attempts("lan-sau")).isEqualTo(2);
            assertThat(attempts(services, later).getFirst())
                    .contains("HTTP 500")
                    .doesNotContain("disk");

            Dossier declined = submit(services, "tu-choi");
            await().atMost(LONG).until(() -> state(services, declined) == DeliveryState.DEAD);
            assertThat(receiver.attempts("tu-choi")).isOne();
            assertThat(attempts(services, declined)).singleElement().asString().contains("không phải của chúng tôi");
        }
    }

    private static void connect(ServicesFixture services, URI address) {
        services.part(Systems.class)
                .save(
                        new ReceivingSystem(
                                "sys-H01",
                                "Hệ thống đẩy",
                                CallerKind.AGENCY,
                                Duration.ofHours(24),
                                List.of(),
                                Optional.empty(),
                                Optional.of(new PushTarget(address, PushForm.SOAP)),
                                true),
                        SECRET.getBytes(StandardCharsets.UTF_8));
    }

    private static Dossier submit(ServicesFixture services, String number) throws Exception {
        StoredBytes bytes;
        try (Spool spool = services.part(Vault.class).open()) {
            spool.write(PlainLetter.of("G22", "H01", number));
            bytes = spool.keep();
        }
        ReceptionAnswer answer = services.part(Receiver.class)
                .receive(new Submission(
                        bytes,
                        MessageKind.EDOC,
                        Channel.SOAP,
                        services.part(Systems.class)
                                .credentials("sys-G22")
                                .orElseThrow()
                                .caller(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        services.part(Clock.class).instant()));
        ReceptionAnswer.Taken taken = (ReceptionAnswer.Taken) answer;
        return services.part(UnitOfWork.class)
                .inTransaction(transaction ->
                        transaction.dossiers().find(taken.dossier()).orElseThrow());
    }

    private static DeliveryState state(ServicesFixture services, Dossier dossier) {
        return services.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.deliveries().of(dossier.id()).stream()
                        .map(Delivery::state)
                        .findFirst()
                        .orElseThrow());
    }

    private static List<String> attempts(ServicesFixture services, Dossier dossier) {
        return services.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.deliveries().attempts(dossier.id()).stream()
                        .map(Attempt::toString)
                        .toList());
    }

    private record Told(int status, String body, Class<? extends PushOutcome> meaning) {}

    private static Stream<Told> answers() {
        String ns = "xmlns=\"urn:lienthong:receiver:1\"";
        String ok =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><receiveDocumentResponse "
                        + ns + "/></s:Body></s:Envelope>";
        String no =
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode>s:Server"
                        + "</faultcode><faultstring>x</faultstring><detail><declined " + ns
                        + "><reason>trùng</reason></declined></detail></s:Fault></s:Body></s:Envelope>";
        return Stream.of(
                new Told(200, ok, PushOutcome.Taken.class),
                new Told(
                        200,
                        "--x\r\nContent-Type: application/xop+xml\r\n\r\n" + ok + "\r\n--x--",
                        PushOutcome.Taken.class),
                new Told(500, ok, PushOutcome.TryAgain.class),
                new Told(202, "", PushOutcome.TryAgain.class),
                new Told(500, no, PushOutcome.Declined.class),
                new Told(500, no.replace("declined", "other"), PushOutcome.TryAgain.class),
                new Told(500, "<!DOCTYPE x>" + no, PushOutcome.TryAgain.class),
                new Told(404, "<html>không có</html>", PushOutcome.TryAgain.class),
                new Told(200, "<html>đăng nhập</html>", PushOutcome.TryAgain.class),
                new Told(200, "--x", PushOutcome.TryAgain.class));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void onlyTheOperationsOwnAnswersCount(Told told) {
        assertThat(SoapPushAnswer.outcome(
                        new OutboundHttp.Answer(told.status(), told.body().getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(told.meaning());
    }
}
