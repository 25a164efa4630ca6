package vn.lienthong.routes.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.routes.command.RootCommand;

/** {@code sign} in every form and at every level; what it makes is judged by {@code verify}. */
@Tag("ci")
class SignFormsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @SuppressWarnings("NullAway.Init")
    private static DevPkiServices services;

    @SuppressWarnings("NullAway.Init")
    private static byte[] key;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() throws IOException {
        services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(CLOCK.instant().minusSeconds(600), base, KeyAlgorithm.EC_P256),
                        CLOCK));
        key = services.pki().sealOf("H53.10", "Sở Nội vụ", Fate.GOOD).pkcs12("1".toCharArray());
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void lay() throws Exception {
        write("key.p12", key);
        write("pin", "1".getBytes(StandardCharsets.UTF_8));
        Files.createDirectory(folder.resolve("in"));
        write(
                "in/letter.pdf",
                new MakeOfficialLetter()
                        .make(OfficialLetter.of("Sở Nội vụ", "12/SNV-VP", "Thử chữ ký số", CLOCK.instant())));
        write("in/data.xml", "<a><b>xin chào</b></a>".getBytes(StandardCharsets.UTF_8));
        write("in/note.txt", "xin chào".getBytes(StandardCharsets.UTF_8));
        DevelopmentPki pki = services.pki();
        write("root.der", pki.root(Branch.GOVERNMENT).getEncoded());
        write("ca.der", pki.issuingCa(Branch.GOVERNMENT).getEncoded());
        write("root.crl", pki.rootCrl(Branch.GOVERNMENT));
        write("ca.crl", pki.crl(Branch.GOVERNMENT));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int run(List<String> arguments) {
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments.toArray(String[]::new));
    }

    private int sign(String... more) {
        List<String> all = new ArrayList<>(
                List.of("sign", "--key", at("key.p12"), "--secret-file", at("pin"), "--out", at("signed")));
        all.addAll(List.of(more));
        return run(all);
    }

    private List<String> trusted(boolean lists) {
        List<String> options = new ArrayList<>(List.of("--trust", at("root.der"), "--trust", at("ca.der")));
        if (lists) {
            options.addAll(List.of("--crl", at("root.crl"), "--crl", at("ca.crl")));
        }
        return options;
    }

    private int verify(String name, boolean lists, String... more) {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(trusted(lists));
        all.addAll(List.of(more));
        all.add(at("signed/" + name));
        return run(all);
    }

    private JsonNode said() {
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        out.getBuffer().setLength(0);
        return json;
    }

    @Test
    void aFolderIsSignedEachFileInWhatIsUsualForItsKind() {
        assertThat(sign("--json", at("in"))).as(err.toString()).isZero();
        JsonNode json = said();
        assertThat(json.path("signed").asInt()).isEqualTo(3);
        assertThat(json.path("files")
                        .valueStream()
                        .map(file -> file.path("form").asString() + " "
                                + file.path("outcome").asString() + " "
                                + Path.of(file.path("target").asString()).getFileName()))
                .containsExactly("xades SIGNED data.xml", "pades SIGNED letter.pdf", "cades SIGNED note.txt.p7m");
        for (String name : List.of("data.xml", "letter.pdf", "note.txt.p7m")) {
            assertThat(verify(name, true)).as(name).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pades, letter.pdf, letter.pdf",
        "cades, note.txt, note.txt.p7m",
        "cades-detached, note.txt, note.txt.p7s",
        "xades, data.xml, data.xml",
        "asic-e, note.txt, note.txt.asice"
    })
    void whatLastsPassesByWhatLiesInItAlone(String form, String name, String made) {
        List<String> more = new ArrayList<>(List.of("--form", form, "--level", "LT"));
        more.addAll(List.of("--tsa", services.pki().timestampAddress().toString()));
        more.addAll(trusted(true));
        more.add(at("in/" + name));
        assertThat(sign(more.toArray(String[]::new))).as(() -> out + "" + err).isZero();
        assertThat(verify(made, false, "--content", at("in/" + name)))
                .as(() -> out + "" + err)
                .isZero();
    }

    @Test
    void aTimestampIsThereAtLevelT() {
        List<String> more = new ArrayList<>(List.of("--level", "T", "--detached"));
        more.addAll(List.of("--tsa", services.pki().timestampAddress().toString()));
        more.addAll(trusted(false));
        more.addAll(List.of(at("in/letter.pdf"), at("in/data.xml")));
        assertThat(sign(more.toArray(String[]::new))).as(() -> out + "" + err).isZero();
        for (String name : List.of("letter.pdf", "data.xml")) {
            out.getBuffer().setLength(0);
            assertThat(verify(name + ".p7s", true, "--json", "--content", at("in/" + name)))
                    .isZero();
            assertThat(said().findValuesAsString("timestampProven")).as(name).containsExactly("true");
        }
    }

    @Test
    void withoutItsTimestampNothingIsWritten() {
        List<String> more = new ArrayList<>(List.of("--level", "T", "--json"));
        more.addAll(List.of("--tsa", services.base().resolve("/down/tsa").toString()));
        more.addAll(trusted(false));
        more.add(at("in/letter.pdf"));
        assertThat(sign(more.toArray(String[]::new))).isEqualTo(2);
        JsonNode file = said().path("files").path(0);
        assertThat(file.path("outcome").asString()).isEqualTo("NOT_PROVEN");
        assertThat(file.path("reason").asString()).contains("letter.pdf", "HTTP 500");
        assertThat(folder.resolve("signed/letter.pdf")).doesNotExist();
    }

    @Test
    void manyFilesGoIntoOneContainer() {
        assertThat(sign("--together", "hồ-sơ.asice", at("in")))
                .as(err.toString())
                .isZero();
        assertThat(verify("hồ-sơ.asice", true)).isZero();
        assertThat(sign("--together", "../x.asice", at("in"))).isEqualTo(64);
        assertThat(sign("--together", "x.asice", "--form", "cades", at("in"))).isEqualTo(64);
    }

    @Test
    void onlyForceReplacesAResultAndNothingReplacesWhatIsSigned() throws Exception {
        Files.createDirectory(folder.resolve("signed"));
        Files.writeString(folder.resolve("signed/letter.pdf"), "cũ");
        assertThat(sign(at("in/letter.pdf"))).isEqualTo(1);
        assertThat(folder.resolve("signed/letter.pdf")).hasContent("cũ");
        assertThat(sign("--force", at("in/letter.pdf"))).isZero();
        assertThat(verify("letter.pdf", true)).isZero();
        assertThat(run(List.of(
                        "sign",
                        "--key",
                        at("key.p12"),
                        "--secret-file",
                        at("pin"),
                        "--out",
                        at("in"),
                        "--force",
                        at("in/letter.pdf"))))
                .as("over the file itself")
                .isEqualTo(64);
    }

    @Test
    void aFormThatDoesNotTakeTheFileSaysSo() {
        assertThat(sign("--form", "xades", at("in"))).isEqualTo(1);
        assertThat(out.toString()).contains("KHÔNG KÝ", "note.txt", "letter.pdf", "data.xml →");
        assertThat(sign("--form", "pades", "--detached", at("in"))).isEqualTo(64);
        assertThat(sign("--level", "LT", at("in"))).as("without an authority").isEqualTo(64);
        assertThat(sign("--tsa", "http://127.0.0.1:9", at("in")))
                .as("for nothing")
                .isEqualTo(64);
        assertThat(sign("--tsa-wait", "5", at("in"))).as("for nothing").isEqualTo(64);
        assertThat(sign("--trust", at("root.der"), at("in"))).as("for nothing").isEqualTo(64);
        assertThat(sign("--crl", at("root.crl"), at("in"))).as("for nothing").isEqualTo(64);
    }
}
