package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.RecoveryCodes;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.TrustFolder;

/** Commands beside a running database, which this class keeps up, on one data folder; each test has systems of its own. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class AdminCommandTest {
    private static final String BINARIES =
            "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Administration running;

    private record Outcome(int exit, String out, String err) {}

    @BeforeAll
    static void start() {
        String[] setting = BINARIES.split("=", 2);
        running = Administration.open(folder.resolve("data"), Map.of(setting[0], setting[1]), Progress.silent());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aClerkIsGivenMandatesThatEnd() throws Exception {
        Path password = folder.resolve("clerk-password");
        Files.writeString(password, "mot mat khau rat dai\n");
        run("user", "add", "vt.hue", "--role", "clerk", "--password-file", password.toString());
        run("user", "add", "vh.hue", "--role", "operator", "--password-file", password.toString());
        assertThat(run("user", "mandate", "list", "vt.hue").out).contains("chưa có quyền nào");
        assertThat(run("user", "mandate", "grant", "vt.hue", "H57", "collect").out)
                .contains("được quyền COLLECT cho H57");
        assertThat(run("user", "mandate", "grant", "vt.hue", "H57", "collect").out)
                .contains("đã có sẵn");
        assertThat(run(
                                "user",
                                "mandate",
                                "grant",
                                "vt.hue",
                                "H57",
                                "send",
                                "--from",
                                "2030-01-01",
                                "--to",
                                "2031-01-01")
                        .exit)
                .isZero();
        assertThat(run("user", "mandate", "list", "vt.hue").out)
                .contains("COLLECT H57")
                .contains("SEND H57")
                .contains("KHÔNG CÒN HOẶC CHƯA HIỆU LỰC");
        assertThat(run("user", "mandate", "end", "vt.hue", "H57", "collect").out)
                .contains("không còn quyền COLLECT");
        refused(run("user", "mandate", "end", "vt.hue", "H57", "collect"), "không có quyền COLLECT");
        refused(run("user", "mandate", "grant", "vh.hue", "H57", "collect"), "vh.hue", "clerk");
        refused(run("user", "mandate", "grant", "nobody", "H57", "collect"), "nobody", "không có");
        refused(
                run("user", "mandate", "grant", "vt.hue", "H57", "transit"),
                "transit",
                "collect, send, status hoặc seal");
        refused(run("user", "mandate", "grant", "vt.hue", "XX", "send"), "XX", "không có trong danh mục");
        refused(
                run(
                        "user",
                        "mandate",
                        "grant",
                        "vt.hue",
                        "H57",
                        "status",
                        "--from",
                        "2030-01-01",
                        "--to",
                        "2029-01-01"),
                "--to");
    }

    @Test
    void nothingAnswersForAClerksAgencyNorUnderAnEchosName() throws Exception {
        Path password = Files.writeString(folder.resolve("desk-password"), "mot mat khau rat dai\n");
        run("user", "add", "vt.echo", "--role", "clerk", "--password-file", password.toString());
        run("user", "mandate", "grant", "vt.echo", "G18", "collect");
        refused(run("echo", "on", "--agency", "G18"), "G18", "văn thư");
        run("user", "mandate", "end", "vt.echo", "G18", "collect");
        assertThat(run("echo", "on", "--agency", "G18").exit).isZero();
        assertThat(run("echo", "off", "--agency", "G18").exit).isZero();
        refused(run("system", "add", "echo-G19", "--name", "x", "--agency", "G19"), "echo-G19", "echo-)");
    }

    @Test
    void aSystemIsAddedListedAndGivenAnotherSecret() {
        Outcome added = run("system", "add", "vpcp", "--name", "Văn phòng", "--agency", "G22", "--agency", "H01");
        assertThat(added.exit).as(added.err).isZero();
        String first = lastLine(added);
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(running.systems().secret("vpcp")).hasValue(first.getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().mandates("vpcp")).hasSize(6);

        assertThat(run("system", "list").out).contains("vpcp | Văn phòng | agency | tự đến lấy | cửa sổ 24 giờ");

        String second = lastLine(run("system", "secret", "vpcp"));
        assertThat(second).isNotEqualTo(first);
        assertThat(running.systems().secret("vpcp")).hasValue(second.getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().mandates("vpcp")).as("mandates stay").hasSize(6);
    }

    @Test
    void anOldSecretMayCountForSomeHoursMore() {
        String first = lastLine(run("system", "add", "doi.khoa", "--name", "A", "--agency", "G22"));
        Outcome renewed = run("system", "secret", "doi.khoa", "--keep-old", "24");
        assertThat(renewed.out).contains("khóa cũ còn dùng được 24 giờ");
        assertThat(running.systems().secret("doi.khoa"))
                .hasValue(lastLine(renewed).getBytes(StandardCharsets.UTF_8));
        Instant now = running.clock().instant();
        assertThat(running.systems().previousSecret("doi.khoa", now)).hasValue(first.getBytes(StandardCharsets.UTF_8));
        assertThat(running.systems().previousSecret("doi.khoa", now.plus(Duration.ofHours(25))))
                .isEmpty();
        refused(run("system", "secret", "doi.khoa", "--keep-old", "9999"), "--keep-old: 9999");
        run("system", "secret", "doi.khoa");
        assertThat(running.systems().previousSecret("doi.khoa", now)).isEmpty();
    }

    @Test
    void theMasterKeyIsReplacedUnderEverySecret() {
        String secret = lastLine(run("system", "add", "duoi.khoa", "--name", "A", "--agency", "G22"));
        assertThat(run("master-key", "rotate").out).contains("đã đổi khóa chủ, mã hóa lại");
        assertThat(running.systems().secret("duoi.khoa")).hasValue(secret.getBytes(StandardCharsets.UTF_8));
        assertThat(run("master-key", "rotate").exit).isZero();
        assertThat(running.systems().secret("duoi.khoa")).hasValue(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSystemThatIsThereIsNotReplaced() {
        assertThat(run("system", "add", "twice", "--name", "A", "--agency", "G22").exit)
                .isZero();
        refused(run("system", "add", "twice", "--name", "B", "--agency", "G22"), "twice đã có");
    }

    @Test
    void aLongWindowNeedsABinding() {
        refused(run("system", "add", "long", "--name", "A", "--agency", "G22", "--window", "72"), "--window: 72");
        assertThat(run(
                                "system",
                                "add",
                                "long",
                                "--name",
                                "A",
                                "--agency",
                                "G22",
                                "--window",
                                "72",
                                "--bind-address",
                                "10.1.0.0/16")
                        .exit)
                .isZero();
    }

    @Test
    void theUsualWindowIsASetting() {
        assertThat(run("system", "add", "usual", "--name", "A", "--agency", "G22", "--set", "door.timestamp-window=90m")
                        .exit)
                .isZero();
        assertThat(run("system", "add", "own", "--name", "A", "--agency", "G22", "--window", "2").exit)
                .isZero();
        assertThat(run("system", "list").out)
                .contains("usual | A | agency | tự đến lấy | cửa sổ 90 phút")
                .contains("own | A | agency | tự đến lấy | cửa sổ 2 giờ");
    }

    @Test
    void anAgencyThatIsNotThereAnyMoreIsRefusedWithItsSuccessor() {
        refused(run("system", "add", "gone", "--name", "A", "--agency", "H39"), "H39", "kế thừa", "H53");
        refused(run("system", "add", "gone", "--name", "A", "--agency", "Q99"), "Q99", "không có trong danh mục");
        assertThat(running.systems().find("gone")).as("nothing half done").isEmpty();
    }

    @Test
    void aMandateIsGrantedOnceAndEnds() {
        run("system", "add", "mandates", "--name", "A", "--agency", "G22");
        assertThat(run("mandate", "grant", "mandates", "H57", "transit").out).contains("từ nay có quyền TRANSIT");
        assertThat(run("mandate", "grant", "mandates", "H57", "TRANSIT").out).contains("đã có sẵn");
        assertThat(running.systems().mandates("mandates")).hasSize(4);
        assertThat(run("mandate", "end", "mandates", "H57", "transit").exit).isZero();
        assertThat(running.systems().mandates("mandates"))
                .as("it stays on record, ended")
                .hasSize(4)
                .filteredOn(mandate -> mandate.to().isPresent())
                .hasSize(1);
        refused(run("mandate", "end", "mandates", "H57", "transit"), "không có quyền TRANSIT");
        refused(run("mandate", "grant", "nobody", "H57", "send"), "nobody", "không có");
        refused(run("mandate", "grant", "mandates", "H57", "fly"), "fly", "transit");
    }

    @Test
    void aTableIsShownBeforeItIsTaken() throws Exception {
        Path table = folder.resolve("agencies.csv");
        Files.writeString(table, "code,name,superior_code,from\nH53.9,Sở Thử nghiệm,H53,2025-07-01\n");
        assertThat(run("agencies", "import", table.toString()).out)
                .contains("thêm: 1", "H53.9 Sở Thử nghiệm", "--apply");
        refused(run("agencies", "lookup", "H53.9"), "không có trong danh mục");
        assertThat(run("agencies", "import", table.toString(), "--apply").out)
                .contains("đã nạp vào danh mục, nay ở phiên bản");
        assertThat(run("agencies", "lookup", "H53.9").out).contains("đến H53.9 Sở Thử nghiệm");
        assertThat(run("agencies", "import", table.toString(), "--apply").out).contains("không có gì thay đổi");

        Files.writeString(table, "code,name,from\nH53.8,Sở,2025-07-01\nH53.7,Sở khác,hôm qua\n");
        Outcome wrong = run("agencies", "import", table.toString(), "--apply");
        refused(wrong, "chưa nạp gì");
        assertThat(wrong.out).contains("dòng 3: ngày: hôm qua");
    }

    @Test
    void aCodeIsLookedUpAsOfItsTime() {
        assertThat(run("agencies", "lookup", "H39", "--at", "2024-05-01").out).contains("đến cơ quan kế thừa H53");
        assertThat(run("agencies", "lookup", "H39").out).contains("đến cơ quan kế thừa H53");
    }

    @Test
    void evidenceIsCheckedAndTheSealsCertificateHandedOut() {
        assertThat(run("evidence", "check").out).contains("chứng cứ nguyên vẹn: 0 hồ sơ, 0 dòng, 0 niêm phong");
        Path certificate = folder.resolve("seal.crt");
        assertThat(run("evidence", "certificate", "--out", certificate.toString()).out)
                .contains("Lien Thong gateway seal", "SHA-256 ");
        assertThat(certificate).content().startsWith("-----BEGIN CERTIFICATE-----");
        refused(run("evidence", "certificate", "--out", certificate.toString()), "đã có");
        refused(run("evidence", "check", "--certificate", BINARIES), "không đọc được chứng thư");
        refused(run("receipt", "không-có", "--out", folder.resolve("r.p7m").toString()), "không-có", "DocId");
    }

    @Test
    void trustComesBeforeRevocation() throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                running.clock().instant(), URI.create("http://127.0.0.1:9/pki"), KeyAlgorithm.EC_P256));
        Path root = folder.resolve("root.crt");
        Files.write(root, pki.root(Branch.GOVERNMENT).getEncoded());
        Path crl = folder.resolve("root.crl");
        Files.write(crl, pki.rootCrl(Branch.GOVERNMENT));

        refused(run("crl", "import", crl.toString()), "admin trust add");
        refused(run("trust", "add", "nobody", root.toString()), "government, party, public");
        assertThat(run("trust", "add", "government", root.toString()).out)
                .contains("đã thêm: nhánh government, là gốc", "trong vài giây nữa");
        assertThat(run("crl", "import", crl.toString()).out).contains("đã nạp CRL");
        assertThat(run("crl", "import", crl.toString()).out).contains("đã có CRL này");
        refused(run("crl", "import", root.toString()), "không đọc được CRL");

        String fingerprint =
                TrustFolder.fingerprint(pki.root(Branch.GOVERNMENT)).hex();
        assertThat(run("trust", "list").out).contains("government | " + fingerprint);
        refused(run("trust", "remove", "party", fingerprint), "không có trong nhánh party");
        assertThat(run("trust", "remove", "government", fingerprint.toUpperCase(Locale.ROOT)).out)
                .contains("đã bỏ: nhánh government", "trong vài giây nữa");
        assertThat(run("trust", "list").out).isEmpty();
        refused(run("trust", "remove", "government", fingerprint), "admin trust list");
    }

    @Test
    void aPersonIsInvitedByALinkThatIsPrintedOnce() {
        Outcome invited = run("invite", "--user", "qt.dau", "--role", "administrator", "--full-name", "Người Đầu");
        assertThat(invited.exit).as(invited.err).isZero();
        assertThat(lastLine(invited)).matches("http://127\\.0\\.0\\.1:8080/invite/[A-Za-z0-9_-]{43}");
        assertThat(lastLine(run(
                        "invite",
                        "--user",
                        "qt.dau",
                        "--role",
                        "administrator",
                        "--set",
                        "console.url=https://vb.tinh.vn/")))
                .startsWith("https://vb.tinh.vn/invite/");
        refused(run("invite", "--user", "Qt", "--role", "clerk"), "username: Qt");
        refused(run("invite", "--user", "qt.hai", "--role", "king"), "--role: king", "officer", "administrator");
        refused(run("user", "reset-factor", "qt.dau"), "qt.dau", "không có");
    }

    @Test
    void anActOnTrustWaitsForASecondPersonWhoShowsWhoHeIs() throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                running.clock().instant(), URI.create("http://127.0.0.1:9/pki"), KeyAlgorithm.EC_P256));
        Path root = folder.resolve("party-root.crt");
        Files.write(root, pki.root(Branch.PARTY).getEncoded());
        refused(usual("trust", "add", "party", root.toString(), "--alone", "--reason", "gấp"), "console.second-person");
        Outcome left = usual("trust", "add", "party", root.toString(), "--reason", "gốc mới của Đảng");
        assertThat(left.exit).as(left.err).isZero();
        assertThat(left.out).contains("chưa làm gì", "là gốc", "SHA-256 của đề nghị");
        assertThat(usual("trust", "list").out).doesNotContain("party |");
        String id = String.valueOf(running.twoPeople()
                .proposals()
                .waiting(running.clock().instant(), 9)
                .getLast()
                .id());
        assertThat(usual("proposals", "list").out).contains(id + " | thêm vào kho tin cậy party", "gốc mới của Đảng");

        Path password = folder.resolve("second-password");
        Files.writeString(password, "mot mat khau rat dai\n");
        usual("user", "add", "nguoi.hai", "--role", "administrator", "--password-file", password.toString());
        String[] confirm = {
            "proposals", "confirm", id, "--as", "nguoi.hai", "--password-file", password.toString(), "--code", "000000"
        };
        refused(usual(confirm), "chưa cài xác thực hai bước");
        RecoveryCodes codes = RecoveryCodes.make(new SecureRandom());
        running.people()
                .factors()
                .set(
                        "nguoi.hai",
                        new Factors.Fresh(new byte[20], 1, codes.digests()),
                        running.clock().instant());
        refused(usual(confirm), "mã xác thực không đúng");
        Path wrong = folder.resolve("wrong-password");
        Files.writeString(wrong, "khong phai mat khau\n");
        confirm[5] = "--password-file";
        confirm[6] = wrong.toString();
        refused(usual(confirm), "sai tên đăng nhập hoặc mật khẩu");
        confirm[6] = password.toString();
        confirm[8] = codes.codes().getFirst();
        refused(usual(confirm), "có thể là một người", "CLI:", "--as");
        assertThat(usual("trust", "list").out).doesNotContain("party |");
        running.accounts()
                .letIn("nguoi.hai", new LetIn("USER:nguoi.khac", running.clock().instant()));
        confirm[8] = codes.codes().get(2);
        Outcome confirmed = usual(confirm);
        assertThat(confirmed.exit).as(confirmed.err).isZero();
        assertThat(confirmed.out).contains("đã thêm: nhánh party, là gốc", "trong vài giây nữa");
        assertThat(usual("trust", "list").out).contains("party | ");
        confirm[8] = codes.codes().get(1);
        refused(usual(confirm), "đã được quyết định");
        assertThat(usual("proposals", "list", "--decided").out).contains("đã xác nhận: USER:nguoi.hai");

        String fingerprint = TrustFolder.fingerprint(pki.root(Branch.PARTY)).hex();
        Outcome named = usual(
                "trust",
                "remove",
                "party",
                fingerprint,
                "--reason",
                "gốc cũ",
                "--as",
                "nguoi.hai",
                "--password-file",
                password.toString(),
                "--as-code",
                codes.codes().get(3));
        assertThat(named.out).as(named.err).contains("chưa làm gì");
        assertThat(usual("proposals", "list").out).contains("USER:nguoi.hai");
        Outcome alone = usual(
                "trust",
                "remove",
                "party",
                fingerprint,
                "--alone",
                "--reason",
                "khóa gốc bị lộ",
                "--set",
                "console.second-person.alone=true");
        assertThat(alone.out).as(alone.err).contains("đã bỏ: nhánh party");
        assertThat(running.people().events().latest(3))
                .anyMatch(event -> event.act().equals(Optional.of(AccessAct.DONE_ALONE))
                        && event.detail().contains("khóa gốc bị lộ"));
    }

    @Test
    void aTableAndAClosingWaitForASecondPersonToo() throws Exception {
        Path table = folder.resolve("plan.csv");
        Files.writeString(table, "code,name,superior_code,from\nH53.55,Sở Chờ hai người,H53,2025-07-01\n");
        assertThat(usual("agencies", "import", table.toString(), "--apply").out).contains("chưa làm gì", "H53.55");
        refused(usual("agencies", "lookup", "H53.55"), "không có trong danh mục");
        assertThat(run("agencies", "import", table.toString(), "--apply").out).contains("phiên bản");
        String closing = asked("deleteAgency", "AgencyCode=H53.55 ");
        assertThat(usual("requests", "approve", closing, "--from", "2026-02-01", "--reason", "giải thể", "--apply").out)
                .contains("chưa làm gì", "đóng cơ quan H53.55");
        assertThat(usual("agencies", "lookup", "H53.55").out).contains("đến H53.55");
    }

    @Test
    void aUserIsAddedWithAPasswordFromAFile() throws Exception {
        Path password = folder.resolve("password.txt");
        Files.writeString(password, "ngắn\n");
        String[] add = {"user", "add", "van.thu", "--role", "operator", "--password-file", password.toString()};
        refused(run(add), "password: quá ngắn");
        Files.writeString(password, "một câu đủ dài để nhớ\n");
        assertThat(run(add).out).contains("đã tạo tài khoản van.thu, vai trò operator");
        assertThat(running.accounts().find("van.thu")).get().matches(account -> !account.demo() && account.enabled());
        assertThat(running.accounts().passwordHash("van.thu")).get().asString().startsWith("{bcrypt}");
        refused(run(add), "van.thu đã có");
        refused(
                run("user", "add", "ai.do", "--role", "boss", "--password-file", password.toString()),
                "boss",
                "auditor");
    }

    @Test
    void whoHasLeftIsShutOutAndMayComeBack() throws Exception {
        Path password = Files.writeString(folder.resolve("first.txt"), "một câu đủ dài để nhớ\n");
        run("user", "add", "roi.di", "--role", "auditor", "--password-file", password.toString());
        String first = running.accounts().passwordHash("roi.di").orElseThrow();

        assertThat(run("user", "disable", "roi.di").out).contains("admin user password roi.di");
        assertThat(running.accounts().find("roi.di")).get().matches(account -> !account.enabled());
        assertThat(run("user", "list").out).contains("roi.di | roi.di | auditor | ĐÃ TẮT");

        Files.writeString(password, "ngắn\n");
        String[] renew = {"user", "password", "roi.di", "--password-file", password.toString()};
        refused(run(renew), "password: quá ngắn");
        Files.writeString(password, "một câu khác cũng đủ dài\n");
        assertThat(run(renew).out).contains("đã đặt mật khẩu mới cho roi.di");
        assertThat(running.accounts().find("roi.di")).get().matches(Account::enabled);
        assertThat(running.accounts().passwordHash("roi.di")).get().isNotEqualTo(first);
        refused(run("user", "disable", "khong.ai"), "khong.ai: không có", "roi.di");
    }

    @Test
    void aSystemIsShutOutAndComesBackWithAnotherSecret() {
        String secret = lastLine(run("system", "add", "shut", "--name", "A", "--agency", "G22"));
        assertThat(run("system", "disable", "shut").out).contains("admin system secret shut");
        assertThat(running.systems().secret("shut")).as("no call is authentic").isEmpty();
        assertThat(run("system", "list").out).containsPattern("shut \\| A .* ĐÃ TẮT");
        String next = lastLine(run("system", "secret", "shut"));
        assertThat(running.systems().secret("shut"))
                .get()
                .isEqualTo(next.getBytes(StandardCharsets.UTF_8))
                .isNotEqualTo(secret.getBytes(StandardCharsets.UTF_8));
        refused(run("system", "disable", "nobody"), "nobody: không có");
    }

    @Test
    void requestsAreListedOnOneLineEach() {
        running.registrationRequests()
                .add(new RegistrationRequests.Request(
                        0, running.clock().instant(), "asker", "registerAgency", "{\"a\":\n\u001b[31m1}"));
        assertThat(run("requests", "list").out).contains("asker | registerAgency | {\"a\": [31m1}");
    }

    @Test
    void requestsAreApprovedOrDeclinedOnce() {
        String first = asked("registerAgency", "{\"code\":\"H53.77\",\"name\":\"Sở Theo yêu cầu\",\"pcode\":\"H53\"}");
        String second = asked("deleteAgency", "AgencyCode=H53.77 ");
        assertThat(run("requests", "approve", first).exit).as("no reason").isEqualTo(2);
        refused(run("requests", "approve", first, "--superior", "Q99", "--reason", "thử"), "chưa duyệt");
        assertThat(run("requests", "approve", first, "--from", "2026-01-01", "--reason", "QĐ 5").out)
                .contains("thêm: 1", "H53.77 Sở Theo yêu cầu", "--apply");
        refused(run("agencies", "lookup", "H53.77"), "không có trong danh mục");

        String[] approve = {
            "requests", "approve", first, "--name", "Sở Đúng tên", "--from", "2026-01-01", "--reason", "QĐ 5", "--apply"
        };
        assertThat(run(approve).out).contains("đã duyệt yêu cầu " + first);
        assertThat(run("agencies", "lookup", "H53.77").out).contains("đến H53.77 Sở Đúng tên");
        refused(run(approve), "đã được quyết định");

        assertThat(run("requests", "decline", second, "--reason", "chưa có văn bản").out)
                .contains("đã từ chối yêu cầu " + second);
        refused(run("requests", "decline", second, "--reason", "lần nữa"), "đã được quyết định");
        refused(run("requests", "decline", "999999", "--reason", "thử"), "999999: không có");
        assertThat(run("requests", "list", "--decided").out)
                .contains("DUYỆT, danh mục phiên bản ", "| QĐ 5", "TỪ CHỐI", "| chưa có văn bản", "| CLI:");
        assertThat(run("requests", "list").out).doesNotContain("H53.77");

        String third = asked("deleteAgency", "AgencyCode=H53.77 ");
        assertThat(run("requests", "approve", third, "--from", "2026-02-01", "--reason", "giải thể", "--apply").out)
                .contains("đóng: 1");
        refused(run("system", "add", "closed", "--name", "A", "--agency", "H53.77"), "đã đóng");
    }

    private static String asked(String operation, String body) {
        RegistrationRequests requests = running.registrationRequests();
        requests.add(new RegistrationRequests.Request(0, running.clock().instant(), "asker", operation, body));
        return String.valueOf(requests.open(500).getLast().id());
    }

    @Test
    void whatIsCalledWronglyEndsWithTwo() {
        assertThat(run("system", "add", "x").exit).isEqualTo(2);
        assertThat(run("system").exit).isEqualTo(2);
        assertThat(run("system").err).contains("add, list, secret");
    }

    @Test
    void aWrongCallIsToldInTwoLines() {
        wrong("thiếu QUYỀN: send, collect, status hoặc transit", "mandate", "grant", "a", "H01");
        wrong("thiếu giá trị của --name: ", "system", "add", "x", "--agency", "H01", "--name");
        wrong("thừa: --bogus", "system", "list", "--bogus");
        wrong("không có lệnh này: fly (expected: add, ", "system", "fly");
        wrong("--at: 01/05/2024 (expected: ", "agencies", "lookup", "H39", "--at", "01/05/2024");
        wrong("--set: ", "system", "list", "--set", "axis.port");
    }

    @Test
    void helpIsVietnamese() {
        Outcome help = run("--help");
        assertThat(help.exit).isZero();
        assertThat(help.out)
                .contains("Cách gọi: ", "Các lệnh:", "hiện trang này")
                .doesNotContain("Usage", "Show this");
        assertThat(run("trust", "add", "--help").out).contains("Cách gọi: ").doesNotContain("Usage", "Show this");
    }

    private static void wrong(String first, String... arguments) {
        Outcome outcome = run(arguments);
        assertThat(outcome.exit).as(outcome.err).isEqualTo(2);
        List<String> lines = outcome.err.strip().lines().toList();
        assertThat(lines.getFirst()).startsWith(first).doesNotContain("${");
        assertThat(lines).hasSize(2).last().asString().contains("xem: lienthong admin ", " --help");
    }

    @Test
    void anUnknownSettingIsOneLine() {
        refused(run("system", "list", "--set", "axis.prot=1"), "lienthong.axis.prot");
    }

    private static void refused(Outcome outcome, String... words) {
        assertThat(outcome.exit).as(outcome.out + outcome.err).isEqualTo(1);
        assertThat(outcome.err.strip().lines()).hasSize(1);
        assertThat(outcome.err).contains(words);
    }

    private static String lastLine(Outcome outcome) {
        return outcome.out.strip().lines().reduce((earlier, later) -> later).orElse("");
    }

    /** As in an office of one person. */
    private static Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (arguments.length > 1) {
            all.addAll(List.of("--set", "console.second-person.required=false"));
        }
        return usual(all.toArray(String[]::new));
    }

    /** With the settings that nobody changed. */
    private static Outcome usual(String... arguments) {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        if (arguments.length > 1) {
            all.addAll(List.of("--data", folder.resolve("data").toString(), "--set", BINARIES));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return new Outcome(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }
}
