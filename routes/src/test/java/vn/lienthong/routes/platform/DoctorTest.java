package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.jdbc.PostgresAccounts;
import vn.lienthong.routes.CommandRun;
import vn.lienthong.routes.GatewayProcess;

class DoctorTest {
    @TempDir
    Path folder;

    @Test
    void makesNothingWhereThereIsNothing() {
        Path data = folder.resolve("data");
        Doctor.examine(
                data,
                Map.of(
                        "console.port",
                        "0",
                        "axis.port",
                        "0",
                        "services.port",
                        "0",
                        "verification.second-opinion",
                        "off"));
        assertThat(data).doesNotExist();
    }

    @Test
    @Tag("ci")
    void saysWhetherTheOtherEngineSeesSignatures() {
        List<Diagnosis> diagnoses =
                Doctor.examine(folder, Map.of("console.port", "0", "axis.port", "0", "services.port", "0"));
        assertThat(diagnoses)
                .filteredOn(diagnosis -> diagnosis.what().startsWith("ý kiến thứ hai"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.GOOD));
    }

    @Test
    void opensTheJournalThatIsThereAndMakesNoDatabase() throws IOException {
        try (DataFolder data = DataFolder.open(folder)) {
            EmbeddedBroker.start(data, BrokerProbe.SETTINGS).close();
        }
        List<Diagnosis> diagnoses = Doctor.examine(
                folder,
                Map.of(
                        "console.port",
                        "0",
                        "axis.port",
                        "0",
                        "services.port",
                        "0",
                        "verification.second-opinion",
                        "off"));
        assertThat(diagnoses)
                .filteredOn(diagnosis -> diagnosis.what().equals("hàng đợi"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.GOOD));
        assertThat(Files.exists(folder.resolve("postgres"))).isFalse();
    }

    @Test
    void saysWhatToDoAboutAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Diagnosis> diagnoses = Doctor.examine(
                    folder, Map.of("console.port", "0", "axis.port", "" + taken.getLocalPort(), "services.port", "0"));
            assertThat(diagnoses)
                    .filteredOn(diagnosis -> diagnosis.what().equals("cổng axis"))
                    .singleElement()
                    .satisfies(diagnosis -> {
                        assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.WRONG);
                        assertThat(diagnosis.todo()).contains("lienthong.axis.port");
                    });
        }
    }

    @Test
    void leavesARunningGatewayAlone() {
        try (DataFolder running = DataFolder.open(folder)) {
            assertThat(Doctor.examine(running.root(), Map.of()))
                    .filteredOn(diagnosis -> diagnosis.what().equals("tiến trình"))
                    .singleElement()
                    .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.DOUBTFUL));
        }
    }

    @Test
    void refusesAFileInPlaceOfAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(Doctor.examine(
                        file,
                        Map.of(
                                "console.port",
                                "0",
                                "axis.port",
                                "0",
                                "services.port",
                                "0",
                                "verification.second-opinion",
                                "off")))
                .filteredOn(diagnosis -> diagnosis.what().equals("thư mục dữ liệu"))
                .singleElement()
                .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.WRONG));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--data");
    }

    @Test
    void saysTheWayOutThatThereIs() throws IOException {
        Files.createDirectories(folder.resolve(DataFolder.RESTORING));
        assertThat(Doctor.examine(
                        folder,
                        Map.of(
                                "console.port",
                                "0",
                                "axis.port",
                                "0",
                                "services.port",
                                "0",
                                "verification.second-opinion",
                                "off")))
                .filteredOn(diagnosis -> diagnosis.what().equals("thư mục dữ liệu"))
                .anyMatch(cutShort -> cutShort.state() == Diagnosis.State.WRONG
                        && cutShort.todo().contains("admin restore"));
        assertThat(Doctor.examine(
                        folder.resolve("khac"),
                        Map.of(
                                "axis.address",
                                "0.0.0.0",
                                "console.port",
                                "0",
                                "axis.port",
                                "0",
                                "services.port",
                                "0",
                                "verification.second-opinion",
                                "off")))
                .filteredOn(diagnosis -> diagnosis.what().equals("mã hoá axis"))
                .singleElement()
                .matches(plain -> plain.todo().contains("lienthong.axis.tls.key-store"));
    }

    @Test
    void aSealOnATokenIsLookedAtToo() throws IOException {
        Path library = Files.writeString(folder.resolve("khong-phai.so"), "không phải thư viện");
        Path pin = Files.writeString(folder.resolve("pin"), "1234");
        GatewayConfiguration configuration = ConfigurationReader.read(
                folder, Map.of("seal.pkcs11.library", library.toString(), "seal.pkcs11.pin-file", pin.toString()));
        assertThat(CertificateExamination.examine(folder, configuration, Instant.now()))
                .filteredOn(diagnosis -> diagnosis.what().contains("niêm phong"))
                .singleElement()
                .matches(seal ->
                        seal.state() == Diagnosis.State.WRONG && seal.todo().contains("lienthong.seal.pkcs11"));
    }

    @Test
    void refusesAnOldJava() {
        assertThat(MachineExamination.java(Runtime.Version.parse("17.0.15")).state())
                .isEqualTo(Diagnosis.State.WRONG);
        assertThat(MachineExamination.java(Runtime.Version.parse("25")).state()).isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    void saysWhoIsNotTrustedYetAndWhatEnds() throws Exception {
        Diagnosis.State empty = certificates(Instant.now()).getFirst().state();
        assertThat(empty).isEqualTo(Diagnosis.State.DOUBTFUL);

        DevelopmentPki pki = DevelopmentPki.create(
                new DevelopmentPki.Settings(Instant.now(), URI.create("http://127.0.0.1:1/"), KeyAlgorithm.EC_P256),
                Clock.systemUTC());
        X509Certificate root = pki.root(Branch.GOVERNMENT);
        Path government = Files.createDirectories(folder.resolve("trust").resolve("government"));
        Files.writeString(government.resolve("goc.pem"), Pem.of(root));
        Instant end = root.getNotAfter().toInstant();
        assertThat(certificates(end.minus(Duration.ofDays(60))).getFirst().state())
                .isEqualTo(Diagnosis.State.GOOD);
        Diagnosis soon = certificates(end.minus(Duration.ofDays(20))).getFirst();
        assertThat(soon.state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(soon.found()).contains("1 sắp hết hạn");
        assertThat(certificates(end.plusSeconds(1)).getFirst())
                .matches(over -> over.state() == Diagnosis.State.WRONG
                        && over.found().contains("đã hết hạn")
                        && over.todo().contains("admin trust add"));
        Files.writeString(government.resolve("hong.crt"), "không phải chứng thư");
        assertThat(certificates(end.minus(Duration.ofDays(60))).getFirst().state())
                .isEqualTo(Diagnosis.State.WRONG);
    }

    private List<Diagnosis> certificates(Instant now) {
        return CertificateExamination.examine(folder, ConfigurationReader.read(folder, Map.of()), now);
    }

    @Test
    void missesTheMasterKeyOfAFolderThatWasUsed() throws IOException {
        GatewayConfiguration configuration = ConfigurationReader.read(folder, Map.of());
        assertThat(SecretExamination.examine(folder, configuration).getFirst().state())
                .isEqualTo(Diagnosis.State.GOOD);
        Files.createDirectories(folder.resolve("postgres").resolve("cluster"));
        assertThat(SecretExamination.examine(folder, configuration).getFirst())
                .matches(lost ->
                        lost.state() == Diagnosis.State.WRONG && lost.todo().contains("TRƯỚC khi chạy"));
        Path key = Files.createDirectories(folder.resolve("secrets")).resolve("master.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        assertThat(SecretExamination.examine(folder, configuration).getFirst())
                .matches(open ->
                        open.state() == Diagnosis.State.DOUBTFUL && open.todo().startsWith("chmod 600"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(SecretExamination.examine(folder, configuration).getFirst().state())
                .isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    void warnsOfALocaleInWhichFileNamesBreak() {
        assertThat(MachineExamination.names("ANSI_X3.4-1968").state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(MachineExamination.names("UTF-8").state()).isEqualTo(Diagnosis.State.GOOD);
    }

    /** As an administrator would call it: beside a gateway that has been used carelessly. */
    @Test
    @Tag("ci")
    void seesWhatIsWrongBesideARunningGateway() throws Exception {
        Path data = folder.resolve("data");
        Path secret = Files.writeString(folder.resolve("khoa"), "một khóa bí mật");
        try (GatewayProcess gateway = GatewayProcess.startReady(data, Map.of())) {
            gateway.awaitReady();
            JsonNode before = doctor(data, 0);
            assertThat(before.get("result").asString()).isEqualTo("WARN");
            assertThat(state(before, "lược đồ")).isEqualTo("OK");
            assertThat(state(before, "người dùng")).isEqualTo("WARN");
            assertThat(state(before, "tài khoản trình diễn")).isEqualTo("OK");
            assertThat(state(before, "khóa của các hệ thống")).isEqualTo("OK");

            CommandRun added = CommandRun.of(
                    "admin",
                    "neighbour",
                    "add",
                    "truc",
                    "--name",
                    "Trục",
                    "--address",
                    "https://127.0.0.1:1/XrdAdapter/adapter",
                    "--as",
                    "G22",
                    "--secret-file",
                    secret.toString(),
                    "--default",
                    "--data",
                    data.toString());
            assertThat(added.exitCode()).as(added.output()).isZero();
            new PostgresAccounts(GatewayStores.jdbi(gateway), Clock.systemUTC())
                    .save(new Account("demo", "Người xem", Role.OPERATOR, true, true), "{noop}x");
            JsonNode after = doctor(data, 1);
            assertThat(after.get("result").asString()).isEqualTo("FAIL");
            assertThat(state(after, "láng giềng truc")).isEqualTo("FAIL");
            assertThat(state(after, "tài khoản trình diễn")).isEqualTo("FAIL");
            assertThat(state(after, "người dùng")).isEqualTo("OK");
        }
    }

    private static JsonNode doctor(Path data, int exit) throws Exception {
        CommandRun run = CommandRun.of("doctor", "--json", "--data", data.toString());
        assertThat(run.exitCode()).as(run.output()).isEqualTo(exit);
        return JsonMapper.shared().readTree(run.output());
    }

    private static String state(JsonNode result, String what) {
        return result.get("checks")
                .valueStream()
                .filter(check -> check.get("what").asString().equals(what))
                .map(check -> check.get("state").asString())
                .findFirst()
                .orElse("no such check: " + result);
    }
}
