package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Alerts;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.routes.CommandRun;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.ReadyCluster;
import vn.lienthong.routes.platform.RunningGateway;

/** A gateway that starts with nothing: trust and revocation lists reach it while it works. */
@Tag("ci")
final class RevocationTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RESPONDERS = "responders-alone";
    private static final String SYSTEM = "sys-G22";
    private static final String SECRET = "secret of G22";

    private final HttpClient http = HttpClient.newHttpClient();
    private DevPkiServices services;
    private Papers papers;
    private RunningGateway gateway;
    private Path trust;

    @BeforeEach
    void start(@TempDir Path folder, TestInfo test) throws Exception {
        Instant now = Instant.now();
        services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(now.minusSeconds(60), base, KeyAlgorithm.EC_P256),
                        Clock.systemUTC()));
        papers = new Papers(now, services.pki());
        papers.makeRevokedSeals();
        ReadyCluster.layInto(folder.resolve("data"));
        trust = Files.createDirectories(folder.resolve("data/trust/government"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "console.port", "0",
                "axis.port", "0",
                "services.port", "0",
                "database.embedded-binaries",
                        Path.of("target", "postgres").toAbsolutePath().toString()));
        if (test.getTags().contains(RESPONDERS)) {
            // No list is that short.
            settings.putAll(Map.of("revocation.longest-list", "100B", "revocation.ocsp.authorities", "true"));
        }
        gateway = RunningGateway.start(Mode.DEMO, folder.resolve("data"), settings, Progress.silent());
        Senders.register(gateway, SYSTEM, SECRET, "G22");
    }

    @AfterEach
    void stop() {
        gateway.close();
        services.close();
        http.close();
    }

    private void trustTheGovernment() throws IOException {
        String pem = Pem.of(services.pki().root(Branch.GOVERNMENT))
                + Pem.of(services.pki().issuingCa(Branch.GOVERNMENT));
        Files.writeString(trust.resolve("dev.pem"), pem);
    }

    /** Hands a letter in, as the one and only document of its name. */
    private DossierId send(String pdf) throws Exception {
        Papers.Paper paper = papers.letter(
                pdf + "-" + UUID.randomUUID(), "G22", List.of("H53"), new Papers.Kind(pdf, Business.ABSENT, ""));
        URI axis = URI.create(
                "http://127.0.0.1:" + gateway.part(AxisListener.class).port() + "/XrdAdapter/adapter");
        AxisClient.Answer answer = new AxisClient(http, axis, SYSTEM, SECRET, SOON, Clock.systemUTC())
                .send("G22", "edoc", List.of(), AxisClient.File.of(paper.bytes()));
        assertThat(answer.isOk())
                .as(answer.errorCode() + " " + answer.errorDescription())
                .isTrue();
        return gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.dossiers().findSent(answer.text("DocId")))
                .orElseThrow()
                .id();
    }

    private Dossier dossier(DossierId id) {
        return gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.dossiers().find(id))
                .orElseThrow();
    }

    private List<Alerts.Alert> alerts() {
        return gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.alerts().open(10));
    }

    private void awaitTrust() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(dossier(send("good")).state()).isEqualTo(DossierState.ACCEPTED));
    }

    @Test
    void whatComesBeforeItsRevocationListIsSettledAfterwards() throws Exception {
        DossierId untrusted = send("good");
        assertThat(dossier(untrusted).state()).isEqualTo(DossierState.HELD);

        // Half a certificate is no trust, and does not take any away.
        Files.writeString(trust.resolve("half.pem"), "-----BEGIN CERTIFICATE-----\nMIIB");
        trustTheGovernment();
        Thread.sleep(Duration.ofSeconds(5));
        assertThat(dossier(send("good")).state()).isEqualTo(DossierState.HELD);
        Files.delete(trust.resolve("half.pem"));
        awaitTrust();
        assertThat(dossier(untrusted).state())
                .as("a person decides what was held")
                .isEqualTo(DossierState.HELD);

        DossierId good = send("good");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(dossier(good).marks()).isEmpty());
        assertThat(dossier(good).verificationJson()).contains("TOTAL_PASSED");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void aRevokedSealIsFoundOutAndToldToAnOperator() throws Exception {
        trustTheGovernment();
        awaitTrustWithoutItsList();
        DossierId revoked = send("revoked");
        assertThat(dossier(revoked).state()).isEqualTo(DossierState.ACCEPTED);

        await().atMost(SOON).untilAsserted(() -> assertThat(alerts()).hasSize(1));
        assertThat(alerts().getFirst().dossier()).contains(revoked);
        assertThat(dossier(revoked).marks()).doesNotContain(Mark.INDETERMINATE);
        assertThat(dossier(revoked).verificationJson()).contains("TOTAL_FAILED").contains("REVOKED");
        List<Entry> entries = gateway.part(UnitOfWork.class)
                .inTransaction(transaction -> transaction.entries().of(revoked));
        assertThat(entries).anyMatch(entry -> entry.event() == EvidenceEvent.VERIFIED_AGAIN);
    }

    @Test
    @Tag(RESPONDERS)
    void whereNoListIsToBeHadRespondersSettleIt() throws Exception {
        trustTheGovernment();
        awaitTrustWithoutItsList();
        DossierId good = send("good");
        DossierId revoked = send("revoked");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(dossier(good).marks()).isEmpty());
        JsonNode revocation = JsonMapper.builder()
                .build()
                .readTree(dossier(good).verificationJson())
                .path(0)
                .path("verdicts")
                .path(0)
                .path("facts")
                .path("revocation");
        assertThat(revocation.path("source").asString()).startsWith("OCSP of ");
        Sha256 evidence = new Sha256(revocation.path("evidence").path("hex").asString());
        assertThat(gateway.part(OcspStore.class).read(evidence)).isPresent();
        await().atMost(SOON).untilAsserted(() -> assertThat(alerts()).hasSize(1));
        assertThat(alerts().getFirst().dossier()).contains(revoked);
    }

    /** A seal whose list nobody serves tells that trust is there, and leaves the list of the others missing. */
    private void awaitTrustWithoutItsList() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(dossier(send("ocsp-down")).state()).isEqualTo(DossierState.ACCEPTED));
    }

    @Test
    void whereNobodyAnswersTrafficGoesOn() throws Exception {
        trustTheGovernment();
        awaitTrustWithoutItsList();
        DossierId down = send("ocsp-down");
        Instant before = Instant.now();
        for (int document = 0; document < 5; document++) {
            assertThat(dossier(send("ocsp-down")).marks()).containsExactly(Mark.INDETERMINATE);
        }
        assertThat(Duration.between(before, Instant.now()))
                .as("nobody waits for a list")
                .isLessThan(Duration.ofSeconds(20));
        Thread.sleep(Duration.ofSeconds(6));
        assertThat(dossier(down).marks()).containsExactly(Mark.INDETERMINATE);
        assertThat(alerts()).isEmpty();

        // An administrator brings the list that cannot be fetched, in a process of his own.
        bring(services.pki().crls());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(dossier(down).marks()).isEmpty());
    }

    private void bring(List<X509CRL> lists) throws Exception {
        Path folder = Files.createTempDirectory("lists");
        for (X509CRL list : lists) {
            if (!list.getIssuerX500Principal()
                    .equals(services.pki().issuingCa(Branch.GOVERNMENT).getSubjectX500Principal())) {
                continue;
            }
            Path file = Files.write(folder.resolve("issuing.crl"), list.getEncoded());
            assertThat(CommandRun.of(
                            "admin",
                            "crl",
                            "import",
                            file.toString(),
                            "--data",
                            trust.getParent().getParent().toString()))
                    .matches(run -> run.exitCode() == 0);
        }
    }
}
