package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.opinion.OpinionOutcome;
import vn.lienthong.gateway.dossier.opinion.Opinions;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;

/** A gateway that asks the other engine about everything: a signed letter comes in, and both opinions lie in the record. */
@Tag("ci")
final class SecondOpinionTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SYSTEM = "sys-G22";
    private static final String SECRET = "secret of G22";

    private final HttpClient http = HttpClient.newHttpClient();
    private DevPkiServices services;
    private RunningGateway gateway;
    private Papers papers;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        Instant now = Instant.now();
        services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(now.minusSeconds(60), base, KeyAlgorithm.EC_P256),
                        Clock.systemUTC()));
        papers = new Papers(now, services.pki());
        Path trust = Files.createDirectories(folder.resolve("data/trust/government"));
        Files.writeString(
                trust.resolve("dev.pem"),
                Pem.of(services.pki().root(Branch.GOVERNMENT))
                        + Pem.of(services.pki().issuingCa(Branch.GOVERNMENT)));
        gateway = RunningGateway.start(
                Mode.DEMO,
                folder.resolve("data"),
                Map.of(
                        "console.port", "0",
                        "axis.port", "0",
                        "services.port", "0",
                        "verification.second-opinion", "always",
                        "database.embedded-binaries",
                                Path.of("target", "postgres").toAbsolutePath().toString()),
                Progress.silent());
        Senders.register(gateway, SYSTEM, SECRET, "G22");
    }

    @AfterEach
    void stop() {
        gateway.close();
        services.close();
        http.close();
    }

    private DossierId send() throws Exception {
        Papers.Paper paper = papers.letter(
                "good-" + UUID.randomUUID(), "G22", List.of("H53"), new Papers.Kind("good", Business.ABSENT, ""));
        URI axis = URI.create(
                "http://127.0.0.1:" + gateway.part(AxisListener.class).port() + "/XrdAdapter/adapter");
        AxisClient.Answer answer = new AxisClient(http, axis, SYSTEM, SECRET, SOON, Clock.systemUTC())
                .send("G22", "edoc", List.of(), AxisClient.File.of(paper.bytes()));
        assertThat(answer.isOk()).as(answer.errorDescription()).isTrue();
        return gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.dossiers().findSent(answer.text("DocId")))
                .orElseThrow()
                .id();
    }

    private Optional<Opinions.Kept> kept(DossierId id) {
        return gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.opinions().find(id));
    }

    @Test
    void bothOpinionsLieInTheRecordAndTheyAgree() throws Exception {
        // The first one may come before its revocation list; of one that is not settled nobody is asked yet.
        DossierId first = send();
        assertThat(kept(first)).as("waits from the commit on").isPresent();
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        gateway.part(UnitOfWork.class).<Boolean>inTransaction(transaction -> transaction
                                .dossiers()
                                .find(first)
                                .orElseThrow()
                                .verificationJson()
                                .contains("TOTAL_PASSED")))
                .isTrue());
        DossierId id = send();
        await().atMost(SOON).untilAsserted(() -> assertThat(kept(id).flatMap(Opinions.Kept::outcome))
                .contains(OpinionOutcome.AGREED));
        assertThat(kept(id).orElseThrow().detailJson()).contains("\"theirs\":\"TOTAL_PASSED\"");
        assertThat(gateway.part(MeterRegistry.class)
                        .counter("lienthong.second.opinion", "outcome", "agreed")
                        .count())
                .isPositive();
        List<Alerts.Alert> alerts = gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.alerts().open(10));
        assertThat(alerts).isEmpty();
    }
}
