package vn.lienthong.routes.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.routes.command.RootCommand;

/** Exit codes and files of {@code sign}; what it makes is judged by {@code verify}. */
class SignCommandTest {
    private static final Instant NOW = now();
    private static final String PIN = "mật khẩu 1";
    private static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW.minusSeconds(600), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
    private static final byte[] KEY =
            PKI.sealOf("H53.10", "Sở Nội vụ", Fate.GOOD).pkcs12(PIN.toCharArray());

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void lay() throws Exception {
        write("key.p12", KEY);
        write("pin", PIN.getBytes(StandardCharsets.UTF_8));
        write("wrong-pin", "sai".getBytes(StandardCharsets.UTF_8));
        write("letter.pdf", letter());
        write("root.der", PKI.root(Branch.GOVERNMENT).getEncoded());
        write("ca.der", PKI.issuingCa(Branch.GOVERNMENT).getEncoded());
        write("root.crl", PKI.rootCrl(Branch.GOVERNMENT));
        write("ca.crl", PKI.crl(Branch.GOVERNMENT));
    }

    private static byte[] letter() {
        return new MakeOfficialLetter().make(OfficialLetter.of("Sở Nội vụ", "12/SNV-VP", "Thử chữ ký số", NOW));
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private int sign(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "sign",
                "--key",
                at("key.p12"),
                "--secret-file",
                at("pin"),
                "--out",
                at("signed"),
                "--reason",
                "Ban hành"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private int verify(String file) {
        return run(
                "verify",
                "--trust",
                at("root.der"),
                "--trust",
                at("ca.der"),
                "--crl",
                at("root.crl"),
                "--crl",
                at("ca.crl"),
                file);
    }

    @Test
    void signsUnseenAndItsOwnVerifierPasses() throws Exception {
        assertThat(sign(at("letter.pdf"))).isZero();
        assertThat(verify(at("signed/letter.pdf"))).isZero();
        assertThat(out.toString()).contains("Sở Nội vụ", "H53.10", "ĐẠT");
        assertThat(Files.readAllBytes(folder.resolve("letter.pdf")))
                .as("the original")
                .isEqualTo(letter());
        try (Stream<Path> left = Files.list(folder.resolve("signed"))) {
            assertThat(left).containsExactly(folder.resolve("signed/letter.pdf"));
        }
    }

    @Test
    void signsInEachForm() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", png);
        String picture = write("signature.png", png.toByteArray());
        write("second.pdf", letter());
        write("third.pdf", letter());
        assertThat(sign("--form", "officer", "--picture", picture, "--place", "1,120,200.5", at("letter.pdf")))
                .isZero();
        assertThat(sign("--form", "seal", at("second.pdf"))).isZero();
        assertThat(sign("--form", "copy", "--copy-kind", "SAO LỤC", at("third.pdf")))
                .isZero();
        for (String name : List.of("letter.pdf", "second.pdf", "third.pdf")) {
            assertThat(verify(at("signed/" + name))).as(name).isZero();
        }
    }

    @Test
    void oneFileThatIsRefusedDoesNotStopTheOthers() throws Exception {
        String script = write(
                "script.pdf",
                new String(letter(), StandardCharsets.ISO_8859_1)
                        .replace("/Type /Catalog", "/Type /Catalog /X 1")
                        .getBytes(StandardCharsets.ISO_8859_1));
        String text = write("a.txt", "xin chào".getBytes(StandardCharsets.UTF_8));
        assertThat(sign("--form", "pades", text, script, at("letter.pdf"))).isEqualTo(1);
        assertThat(out.toString()).contains("KHÔNG KÝ", "a.txt");
        assertThat(verify(at("signed/letter.pdf"))).isZero();
        assertThat(sign(at("letter.pdf"))).as("nothing is overwritten").isEqualTo(1);
        assertThat(out.toString()).contains("--force");
    }

    @Test
    void scriptsAreRefusedWhateverFormIsAskedFor() throws Exception {
        byte[] script;
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            document.save(bytes);
            script = bytes.toByteArray();
        }
        String file = write("script.pdf", script);
        for (String form : List.of("pades", "cades", "cades-detached", "asic-e")) {
            assertThat(sign("--form", form, file)).as(form).isEqualTo(1);
        }
        assertThat(folder.resolve("signed")).isEmptyDirectory();
    }

    @Test
    void forceNeverWritesOverWhatIsSignedWhateverLinksLeadThere() throws Exception {
        Files.createSymbolicLink(folder.resolve("other"), folder);
        assertThat(run(
                        "sign",
                        "--key",
                        at("key.p12"),
                        "--secret-file",
                        at("pin"),
                        "--out",
                        at("other"),
                        "--force",
                        at("letter.pdf")))
                .as("a folder under another name")
                .isEqualTo(64);
        Files.createDirectory(folder.resolve("signed"));
        Files.createLink(folder.resolve("signed/letter.pdf"), folder.resolve("letter.pdf"));
        assertThat(sign("--force", at("letter.pdf")))
                .as("the same bytes on the disk")
                .isEqualTo(1);
        assertThat(folder.resolve("letter.pdf")).hasBinaryContent(letter());
    }

    @Test
    void aKeyThatDoesNotOpenIsNotTheFilesFault() {
        assertThat(run(
                        "sign",
                        "--key",
                        at("key.p12"),
                        "--secret-file",
                        at("wrong-pin"),
                        "--out",
                        at("signed"),
                        at("letter.pdf")))
                .isEqualTo(2);
        assertThat(run("sign", "--key", at("pin"), "--secret-file", at("pin"), "--out", at("signed"), at("letter.pdf")))
                .isEqualTo(2);
        assertThat(folder.resolve("signed/letter.pdf")).doesNotExist();
        assertThat(err.toString()).contains("khóa:").doesNotContain(PIN);
    }

    @Test
    void aWrongCallSaysSo() {
        assertThat(run("sign", at("letter.pdf"))).isEqualTo(64);
        assertThat(sign(at("absent.pdf"))).isEqualTo(64);
        assertThat(sign("--form", "round", at("letter.pdf"))).isEqualTo(64);
        assertThat(sign("--form", "officer", at("letter.pdf"))).isEqualTo(64);
        assertThat(sign("--form", "seal", "--place", "giữa", at("letter.pdf"))).isEqualTo(64);
        assertThat(run(
                        "sign",
                        "--key",
                        at("key.p12"),
                        "--secret-env",
                        "KHONG_CO_BIEN_NAY",
                        "--out",
                        at("s"),
                        at("letter.pdf")))
                .isEqualTo(64);
        assertThat(run("sign", "--key", at("key.p12"), "--password", PIN, "--out", at("s"), at("letter.pdf")))
                .as("never an argument")
                .isEqualTo(64);
    }
}
