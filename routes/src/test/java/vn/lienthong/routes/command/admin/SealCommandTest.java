package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;

/** The seal of an agency from its adding to its end, as an administrator does it. */
@Tag("ci")
class SealCommandTest {
    private static final String BINARIES =
            Path.of("target", "postgres").toAbsolutePath().toString();
    private static final String PIN = "mật khẩu";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Administration running;

    private record Outcome(int exit, String out, String err) {}

    @BeforeAll
    static void start() throws Exception {
        running = Administration.open(
                folder.resolve("data"), Map.of("database.embedded-binaries", BINARIES), Progress.silent());
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                Instant.now().minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        Files.write(
                folder.resolve("hue.p12"),
                pki.sealOf("H57", "UBND thành phố Huế", Fate.GOOD).pkcs12(PIN.toCharArray()));
        Files.write(
                folder.resolve("old.p12"),
                pki.sealOf("H57", "UBND thành phố Huế", Fate.EXPIRED).pkcs12(PIN.toCharArray()));
        Files.writeString(folder.resolve("pin"), PIN + "\n");
        Files.writeString(folder.resolve("picture.png"), "no picture");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static Outcome admin(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = RootCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--data", folder.resolve("data").toString(), "--set", "database.embedded-binaries=" + BINARIES));
        return new Outcome(command.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void aTokenAtADeskIsASealByItsCertificate() throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                Instant.now().minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        byte[] der = pki.sealOf("H26", "UBND thành phố Hà Nội", Fate.GOOD)
                .certificate()
                .getEncoded();
        Files.write(folder.resolve("desk.der"), der);
        Files.writeString(
                folder.resolve("desk.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n");
        assertThat(admin("seal", "add", "H26", "--desk").err()).contains("--certificate");
        assertThat(admin("seal", "add", "H26", "--desk", "--certificate", file("pin"))
                        .err())
                .contains("không phải chứng thư");
        assertThat(admin(
                                "seal",
                                "add",
                                "H26",
                                "--desk",
                                "--certificate",
                                file("desk.pem"),
                                "--secret-file",
                                file("pin"))
                        .err())
                .contains("không dùng với --desk");
        Outcome added = admin("seal", "add", "H26", "--desk", "--certificate", file("desk.pem"));
        assertThat(added.out())
                .as(added.err())
                .contains("ký ở máy văn thư", Sha256.of(der).hex());
        Outcome again = admin("seal", "add", "H26", "--desk", "--certificate", file("desk.der"));
        assertThat(again.out()).as(again.err()).contains("kết thúc lúc đó");
        assertThat(admin("seal", "try", "H26").err()).contains("at a desk");
        AgencySeal seal = running.agencySeals().all().stream()
                .filter(one -> one.place() instanceof KeyPlace.Desk && one.to().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(running.agencySeals().secret(seal.id())).isEmpty();
        assertThat(admin("seal", "end", seal.id().toString()).exit()).isZero();
        running.agencySeals().all().forEach(one -> assertThat(one.to()).isPresent());
    }

    @Test
    void aSealIsAddedListedReplacedAndEnded() throws Exception {
        assertThat(admin("seal", "list").out()).contains("chưa có con dấu nào");
        assertThat(admin("seal", "add", "H57", "--p12", file("old.p12"), "--secret-file", file("pin"))
                        .err())
                .contains("đang có hiệu lực");
        assertThat(admin("seal", "add", "H57", "--p12", file("hue.p12"), "--secret-file", file("hue.p12"))
                        .exit())
                .isNotZero();
        assertThat(admin("seal", "add", "H57", "--p12", file("hue.p12"), "--pkcs11", "/x", "--secret-file", file("pin"))
                        .exit())
                .as("one place")
                .isNotZero();
        assertThat(admin("seal", "add", "H57", "--secret-file", file("pin")).exit())
                .as("some place")
                .isNotZero();
        assertThat(admin("seal", "add", "H57", "--pkcs11", "/nowhere.so", "--secret-file", file("pin"))
                        .err())
                .contains("PKCS#11");
        assertThat(admin(
                                "seal",
                                "add",
                                "H57",
                                "--p12",
                                file("hue.p12"),
                                "--secret-file",
                                file("pin"),
                                "--picture",
                                file("picture.png"))
                        .err())
                .contains("PNG");
        assertThat(running.agencySeals().all()).isEmpty();

        Outcome added = admin("seal", "add", "H57", "--p12", file("hue.p12"), "--secret-file", file("pin"), "--keep");
        assertThat(added.err()).isEmpty();
        assertThat(added.out())
                .contains("H57 UBND thành phố Huế")
                .contains("DEV ONLY")
                .contains("mã PIN đã cất")
                .contains("kho tin cậy")
                .doesNotContain(PIN);
        AgencySeal first = running.agencySeals().all().getFirst();
        assertThat(running.agencySeals().secret(first.id())).isPresent();
        running.agencySeals()
                .refuse(
                        first.id(),
                        Sha256.of(PIN.getBytes(StandardCharsets.UTF_8)),
                        running.clock().instant());
        assertThat(admin("seal", "try", "H57").out()).contains("mở khóa được").doesNotContain(PIN);
        assertThat(running.agencySeals().refused(first.id())).isEmpty();
        assertThat(admin("seal", "try", "H49").err()).contains("không có con dấu");
        Outcome again = admin("seal", "add", "H57", "--p12", file("hue.p12"), "--secret-file", file("pin"));
        assertThat(again.out())
                .contains("con dấu " + first.id() + " kết thúc lúc đó")
                .contains("tệp " + file("pin"));
        Files.writeString(folder.resolve("passphrase"), "một mật khẩu thật dài");
        assertThat(admin("backup", "--to", file("sao-luu.zip"), "--with-keys", "--passphrase-file", file("passphrase"))
                        .out())
                .contains("CẢNH BÁO: " + file("hue.p12") + " nằm ngoài thư mục dữ liệu")
                .contains("CẢNH BÁO: " + file("pin") + " nằm ngoài thư mục dữ liệu");
        AgencySeal second = running.agencySeals()
                .of(first.agency(), running.clock().instant().plusSeconds(1))
                .orElseThrow();
        assertThat(admin("seal", "list").out()).contains(first.id().toString()).contains("KHÔNG CÒN");
        assertThat(admin("seal", "end", second.id().toString()).out()).contains("đã thôi dùng");
        assertThat(admin("seal", "end", second.id().toString()).err()).contains("đã kết thúc");
        assertThat(admin("seal", "end", "x").err()).contains("không có");
        assertThat(running.people().events().latest(10))
                .extracting(event -> event.act().orElseThrow())
                .contains(AccessAct.SEAL_ADDED, AccessAct.SEAL_ENDED);
        aTokenAtADeskIsASealByItsCertificate();
    }

    @Test
    void aPersonHoldsTheRightAndASystemWhereItIsSaidForIt() {
        assertThat(admin("system", "mandate", "grant", "x", "H57", "seal").exit())
                .isNotZero();
        assertThat(admin("mandate", "grant", "x", "H57", "stamp").err()).contains("transit hoặc seal");
        running.systems()
                .save(
                        new vn.lienthong.gateway.access.ReceivingSystem(
                                "x",
                                "Hệ thống x",
                                vn.lienthong.gateway.access.CallerKind.AGENCY,
                                java.time.Duration.ofHours(24),
                                java.util.List.of(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                true),
                        new byte[] {1});
        assertThat(admin("mandate", "grant", "x", "H57", "seal").out()).contains("từ nay có quyền SEAL");
        assertThat(admin("mandate", "end", "x", "H57", "seal").out()).contains("không còn quyền SEAL");
        running.accounts()
                .save(
                        new vn.lienthong.gateway.access.Account(
                                "vt.hue", "Văn thư", vn.lienthong.gateway.access.Role.CLERK, false, true),
                        "{x}1");
        assertThat(admin("user", "mandate", "grant", "vt.hue", "H57", "seal").out())
                .contains("SEAL");
        assertThat(running.accountMandates().of("vt.hue"))
                .singleElement()
                .satisfies(mandate -> assertThat(mandate.right()).isEqualTo(Right.SEAL));
        assertThat(admin("user", "mandate", "end", "vt.hue", "H57", "seal").out())
                .contains("không còn quyền SEAL");
    }

    @Test
    void anOfficersTokenAtTheDeskIsAddedByItsCertificate() throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                Instant.now().minusSeconds(60), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256));
        byte[] der = pki.official("Lê Anh", "UBND thành phố Huế", "H57", Fate.GOOD)
                .certificate()
                .getEncoded();
        Files.write(folder.resolve("officer.der"), der);
        running.accounts().save(new Account("ct.le.anh", "Lê Anh", Role.OFFICER, false, true), "{x}1");
        List<String> desk = List.of("signer", "add", "--user", "ct.le.anh", "--desk", "--certificate");
        assertThat(signer(desk, file("pin")).err()).contains("không phải chứng thư");
        assertThat(signer(desk, file("officer.der"), "--picture", file("pin")).err())
                .contains("không dùng với --desk");
        assertThat(admin("signer", "add", "--user", "ct.le.anh", "--p12", file("hue.p12"), "--secret-file", file("pin"))
                        .err())
                .contains("--picture: thiếu");
        Outcome added = signer(desk, file("officer.der"));
        assertThat(added.out())
                .as(added.err())
                .contains("ký ở máy của lãnh đạo", Sha256.of(der).hex());
        assertThat(admin("signer", "list").out()).contains("token at a desk");
        String id = running.signerKeys().all().getFirst().id().toString();
        assertThat(admin("signer", "try", id).err()).contains("at a desk");
        assertThat(admin("signer", "end", id).exit()).isZero();
    }

    private static Outcome signer(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return admin(all.toArray(String[]::new));
    }
}
