package vn.lienthong.routes.command.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.routes.command.RootCommand;

/** Exit codes and words of {@code verify}, on files of the development PKI. */
class VerifyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... arguments) {
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    private SignedFiles files() {
        return new SignedFiles(folder);
    }

    @Test
    void passesAGoodSealAndSaysWhose() throws Exception {
        assertThat(run(files().trusting(files().write("a.pdf", SignedFiles.sealed(Fate.GOOD)))))
                .isZero();
        assertThat(out.toString())
                .contains("ĐẠT: mọi chữ ký đều hợp lệ", SignedFiles.AGENCY, "H53.10", "nguyên vẹn từ lúc ký")
                .contains("toàn bộ tệp", "22/11/2026 09:00:00", "không bị thu hồi", "Không cần làm gì thêm")
                .doesNotContain("Nhánh", "TOTAL_PASSED");
        assertThat(err.toString()).as("nobody looks, nothing is told").isEmpty();
    }

    @Test
    void failsAnAlteredFile() throws Exception {
        assertThat(run(files().trusting(files().write("a.pdf", SignedFiles.tampered()))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("KHÔNG ĐẠT", "NỘI DUNG ĐÃ BỊ SỬA");
    }

    @Test
    void failsASealThatWasRevokedBeforeItSigned() throws Exception {
        assertThat(run(files().trusting(files().write("a.pdf", SignedFiles.sealed(Fate.REVOKED)))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("sau khi chứng thư bị thu hồi", "ĐÃ BỊ THU HỒI từ");
    }

    @Test
    void judgesByTheRulesOfAFile() throws Exception {
        String good = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        assertThat(run(files().trusting(good))).isZero();
        assertThat(out.toString()).contains("Theo quy tắc tiêu chuẩn.");
        String strict = policy("lienthong:\n  verification:\n    algorithm-ends: [SHA-256=2020-12-31]\n");
        assertThat(run(files().trusting(good, "--policy", strict))).isEqualTo(2);
        assertThat(out.toString()).contains("Theo quy tắc trong policy.yaml: SHA-256=2020-12-31T17:00:00Z.");
        String small = policy("lienthong:\n  signature-limits:\n    pdf:\n      largest: 1KB\n");
        assertThat(run(files().trusting(good, "--policy", small, "--json"))).isEqualTo(2);
        assertThat(out.toString()).contains("\"source\" : \"policy.yaml\"", "NOT_CHECKED", "at most 1024");
        assertThat(run(files().trusting(good, "--policy", policy("lienthong:\n  verification:\n    ruels: x\n"))))
                .isEqualTo(64);
        assertThat(err.toString()).contains("--policy", "ruels");
    }

    private String policy(String text) throws Exception {
        return files().write("policy.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cannotConcludeWithoutTrust() throws Exception {
        String pdf = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        assertThat(run("verify", "--at", SignedFiles.NOW.toString(), pdf)).isEqualTo(2);
        assertThat(out.toString()).contains("không dẫn tới gốc tin cậy nào");
    }

    @Test
    void tellsUnsignedFromBroken() throws Exception {
        assertThat(run("verify", files().write("a.pdf", SignedFiles.letter()))).isEqualTo(3);
        byte[] cut = SignedFiles.sealed(Fate.GOOD);
        String broken = files().write("b.pdf", Arrays.copyOf(cut, cut.length - 700));
        assertThat(run("verify", broken)).isEqualTo(1);
    }

    @Test
    void judgesTheAttachmentsOfAPacket() throws Exception {
        byte[] packet = SignedFiles.packet(List.of(SignedFiles.sealed(Fate.GOOD)));
        assertThat(run(files().trusting(files().write("a.edxml", packet)))).isZero();
        assertThat(out.toString())
                .contains("công-văn.pdf: Có 1 chữ ký số", "Chữ ký trên vỏ gói tin: Không có chữ ký", "thử-1");
        byte[] bad = SignedFiles.packet(List.of(SignedFiles.tampered()));
        assertThat(run(files().trusting(files().write("b.edxml", bad)))).isEqualTo(1);
        String half = files().write("c.edxml", Arrays.copyOf(packet, packet.length / 2));
        assertThat(run(files().trusting(half))).isEqualTo(1);
    }

    @Test
    void aReceiptSaysWhichDocumentItIsAbout() throws Exception {
        byte[] packet = SignedFiles.packet(List.of(SignedFiles.letter()));
        String receipt = files().write("r.p7m", SignedFiles.receipt(packet));
        String document = files().write("a.edxml", packet);

        assertThat(run(files().trusting(receipt, "--document", document))).isZero();
        assertThat(out.toString())
                .contains("Biên nhận của cổng: văn bản thử-1 của H53.10, nhận lúc 22/11/2026 09:00:00 (giờ Việt Nam)")
                .contains("đúng từng byte là văn bản của biên nhận", SignedFiles.AGENCY);
        assertThat(run(files().trusting(receipt))).as("without the document").isZero();
        assertThat(run("verify", "--at", SignedFiles.NOW.toString(), receipt))
                .as("whoever trusts nobody")
                .isEqualTo(2);
    }

    @Test
    void anotherDocumentThanTheReceiptsFails() throws Exception {
        byte[] packet = SignedFiles.packet(List.of(SignedFiles.letter()));
        String receipt = files().write("r.p7m", SignedFiles.receipt(packet));
        String spaced = files().write(
                        "b.edxml",
                        (new String(packet, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        String other = files().write("c.edxml", SignedFiles.packet(List.of(SignedFiles.tampered())));

        assertThat(run(files().trusting(receipt, "--document", spaced))).isZero();
        assertThat(out.toString()).contains("cùng nội dung với văn bản của biên nhận, đóng gói khác");
        assertThat(run(files().trusting(receipt, "--document", other))).isEqualTo(1);
        assertThat(out.toString()).contains("KHÔNG PHẢI văn bản của biên nhận", "DOCUMENT_NOT_OF_RECEIPT");
        assertThat(run(files().trusting(receipt, "--document", receipt, "--json")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("\"document\" : \"OTHER\"");
    }

    @Test
    void aReceiptThatWasChangedFails() throws Exception {
        byte[] receipt = SignedFiles.receipt(SignedFiles.packet(List.of(SignedFiles.letter())));
        String text = new String(receipt, StandardCharsets.ISO_8859_1);
        byte[] changed =
                text.replace("\"documentId\":\"th", "\"documentId\":\"xh").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(changed).isNotEqualTo(receipt);
        assertThat(run(files().trusting(files().write("r.p7m", changed)))).isEqualTo(1);
    }

    @Test
    void theWorstFileNamesTheExitCode() throws Exception {
        String good = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        String bad = files().write("b.pdf", SignedFiles.tampered());
        String none = files().write("c.pdf", SignedFiles.letter());
        assertThat(run(files().trusting(good, none))).isEqualTo(3);
        assertThat(run(files().trusting(good, none, bad))).isEqualTo(1);
    }

    @Test
    void writesJson() throws Exception {
        String pdf = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        assertThat(run(files().trusting("--json", pdf))).isZero();
        JsonNode all = JsonMapper.builder().build().readTree(out.toString());
        assertThat(all.path("outcome").asString()).isEqualTo("PASSED");
        JsonNode signature = all.at("/files/0/reports/0/signatures/0");
        assertThat(signature.path("indication").asString()).isEqualTo("TOTAL_PASSED");
        assertThat(signature.at("/signer/agencyCode").asString()).isEqualTo("H53.10");
        assertThat(signature.at("/revocation/status").asString()).isEqualTo("GOOD");
        assertThat(all.at("/files/0/kind").asString()).isEqualTo("PDF");
        assertThat(all.at("/files/0/file").asString()).isEqualTo(pdf);
        assertThat(all.at("/files/0/reports/0/timestamps").isArray()).isTrue();
    }

    @Test
    void takesAFolderOfCertificates() throws Exception {
        String[] arguments = files().trusting();
        String pdf = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        Path lists = folder;
        assertThat(arguments).contains("--trust");
        assertThat(run(
                        "verify",
                        "--at",
                        SignedFiles.NOW.toString(),
                        "--trust",
                        folder.toString(),
                        "--crl",
                        lists.resolve("root.crl").toString(),
                        "--crl",
                        lists.resolve("ca.crl").toString(),
                        pdf))
                .isZero();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("verify", "--trust", empty.toString(), pdf)).isEqualTo(64);
        assertThat(err.toString()).contains("không có tệp chứng thư nào");
    }

    @Test
    void speaksEnglishWhenAsked() throws Exception {
        String pdf = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        assertThat(run(files().trusting("--lang", "en", pdf))).isZero();
        assertThat(out.toString()).contains("PASSED: every signature is valid", "Nothing needs to be done");
        assertThat(run("verify", "--lang", "fr", pdf)).isEqualTo(64);
    }

    @Test
    void oneBadFileDoesNotHideTheOthers() throws Exception {
        String good = files().write("a.pdf", SignedFiles.sealed(Fate.GOOD));
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        String junk = files().write("b.bin", noise);
        String zip = files().write("c.asice", new byte[] {'P', 'K', 3, 4, 0, 0});
        String empty = files().write("d.pdf", new byte[0]);
        String odd =
                files().write("e.pdf", "%PDF-1.7\n1 0 obj<</Type/Sig/ByteRange[0".getBytes(StandardCharsets.UTF_8));
        assertThat(run(files().trusting(junk, zip, empty, odd, good))).isEqualTo(1);
        assertThat(out.toString()).contains("b.bin", "c.asice", "d.pdf", "e.pdf", "ĐẠT: mọi chữ ký đều hợp lệ");
        assertThat(run(files().trusting(good, zip))).as("a broken container").isEqualTo(1);
        assertThat(run("verify", junk)).as("nothing to check").isEqualTo(3);
    }

    @Test
    void aFileBesideIsTheContentOfADetachedSignature() throws Exception {
        String content = files().write("a.docx", "nội dung".getBytes(StandardCharsets.UTF_8));
        String signature = files().write("a.docx.p7s", new byte[] {1});
        String other = files().write("b.docx", "khác".getBytes(StandardCharsets.UTF_8));

        assertThat(Beside.of(Path.of(signature), List.of()))
                .extracting(SignedFile::name)
                .containsExactly("a.docx");
        assertThat(Beside.of(Path.of(signature), List.of(Path.of(other), Path.of(content))))
                .extracting(SignedFile::name)
                .containsExactly("b.docx", "a.docx");
        assertThat(Beside.of(Path.of(content), List.of())).isEmpty();
        assertThat(run("verify", "--content", folder.resolve("none").toString(), signature))
                .isEqualTo(64);
    }

    @Test
    void tellsOnATerminalWhatItWorksOn() throws Exception {
        Path pdf = Path.of(files().write("a.pdf", SignedFiles.letter()));
        new ProgressLine(new PrintWriter(err), true, 1).at(1, pdf);
        assertThat(err.toString()).as("nothing to wait for").isEmpty();
        ProgressLine progress = new ProgressLine(new PrintWriter(err), true, 2);
        progress.at(1, pdf);
        progress.done();
        assertThat(err.toString()).contains("[1/2] a.pdf").endsWith("\u001b[K");
    }

    @Test
    void refusesAWrongCall() throws Exception {
        String pdf = files().write("a.pdf", SignedFiles.letter());
        String text = files().write("a.txt", "xin chào".getBytes(StandardCharsets.UTF_8));
        assertThat(run("verify")).isEqualTo(64);
        assertThat(run("verify", folder.resolve("absent.pdf").toString())).isEqualTo(64);
        assertThat(run("verify", "--at", "hôm qua", pdf)).isEqualTo(64);
        assertThat(run("verify", "--trust", text, pdf)).isEqualTo(64);
        assertThat(run("verify", "--crl", text, pdf)).isEqualTo(64);
        assertThat(err.toString()).contains("a.txt");
    }
}
