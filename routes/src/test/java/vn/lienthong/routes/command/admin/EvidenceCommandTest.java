package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.GatewayStores;

/** A document's evidence from the door to the auditor, with a running gateway and an authority for time beside it. */
@Tag("ci")
class EvidenceCommandTest {
    private static final Path SCRIPT = Path.of("..", "gateway", "docs", "first-document.sh");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Outcome(int exit, String out, String err) {}

    @Test
    void anAuditorChecksAReceiptWithoutTheGatewayAndFindsATamperedRow() throws Exception {
        Clock clock = Clock.systemUTC();
        try (DevPkiServices services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(clock.instant(), base, KeyAlgorithm.EC_P256), clock))) {
            Path data = folder.resolve("data");
            String roots = Pem.of(services.pki().root(Branch.GOVERNMENT))
                    + Pem.of(services.pki().issuingCa(Branch.GOVERNMENT));
            Path trust = Files.writeString(
                    Files.createDirectories(data.resolve("trust").resolve("government"))
                            .resolve("dev.pem"),
                    roots);
            Map<String, String> settings =
                    Map.of("timestamp.url", services.pki().timestampAddress().toString(), "outbound.loopback", "true");
            try (GatewayProcess gateway = GatewayProcess.start(GatewayProcess.DEVELOPMENT, data, settings)) {
                gateway.awaitReady();
                String docId = travel(gateway);
                Jdbi jdbi = GatewayStores.jdbi(gateway);
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> jdbi.withHandle(handle -> handle.createQuery(
                                                """
                                        select count(*) from entry join seal_timestamp using (seal_id)
                                        where sequence = 1
                                        """)
                                        .mapTo(Long.class)
                                        .one())
                                > 0);
                receipt(docId, trust);
                tampering(jdbi);
            }
        }
    }

    private void receipt(String docId, Path trust) throws Exception {
        Path receipt = folder.resolve("bien-nhan.p7m");
        Path seal = folder.resolve("seal.crt");
        assertThat(admin("receipt", docId, "--out", receipt.toString()).out).contains("biên nhận của hồ sơ");
        assertThat(admin("evidence", "certificate", "--out", seal.toString()).exit)
                .isZero();
        Path document;
        try (Stream<Path> files = Files.list(folder.resolve("collected"))) {
            document = files.findFirst().orElseThrow();
        }

        Outcome verified = run(
                "verify",
                receipt.toString(),
                "--trust",
                seal.toString(),
                "--trust",
                trust.toString(),
                "--document",
                document.toString());
        assertThat(verified.exit).as(verified.out + verified.err).isZero();
        assertThat(verified.out)
                .contains("Biên nhận của cổng", "văn bản của biên nhận", "Niêm phong chứng cứ của cổng: Có 1 chữ ký số")
                .contains("Dấu thời gian ghi ");
        Path other = Files.writeString(folder.resolve("other.edxml"), "<edXML/>");
        assertThat(run("verify", receipt.toString(), "--trust", seal.toString(), "--document", other.toString()).exit)
                .isEqualTo(1);
    }

    private void tampering(Jdbi jdbi) {
        Outcome whole = admin("evidence", "check");
        assertThat(whole.exit).as(whole.err).isZero();
        assertThat(whole.out).contains("chứng cứ nguyên vẹn: 1 hồ sơ", " dấu thời gian");
        jdbi.useHandle(handle -> handle.execute("update entry set actor = 'ai đó' where sequence = 1"));
        Outcome broken = admin("evidence", "check");
        assertThat(broken.exit).isEqualTo(1);
        assertThat(broken.err).contains("CHỨNG CỨ HỎNG: dossier ", "entry 1: content does not match its hash");
    }

    /** Hands a document in and collects it; returns what its sender was answered. */
    private String travel(GatewayProcess gateway) throws Exception {
        String sender = secret("gui", "G22");
        String receiver = secret("nhan", "H01");
        String sent = script(gateway, folder, "gui", sender, "send", "G22", "H01", "Văn bản đầu tiên");
        script(gateway, Files.createDirectory(folder.resolve("collected")), "nhan", receiver, "collect");
        Matcher docId = Pattern.compile("\"DocId\":\"([^\"]+)\"").matcher(sent);
        assertThat(docId.find()).as(sent).isTrue();
        return docId.group(1);
    }

    private String secret(String id, String agency) {
        return admin("system", "add", id, "--name", id, "--agency", agency)
                .out
                .strip()
                .lines()
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static String script(GatewayProcess gateway, Path folder, String system, String secret, String... arguments)
            throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", SCRIPT.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("AXIS", gateway.axis("").toString());
        builder.environment().put("SYSTEM", system);
        builder.environment().put("SECRET", secret);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }

    private Outcome admin(String... arguments) {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        return run(all.toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(arguments), out.toString(), err.toString());
    }
}
