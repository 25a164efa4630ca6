package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.RecoveryCodes;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** The ground everybody stands on: directory, trust, evidence, and what needs two people. */
abstract class AdminGround extends AdminCase {
    AdminGround(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void aTableIsShownBeforeItIsTaken() throws Exception {
        Path table = folder.resolve("agencies.csv");
        Files.writeString(table, "code,name,superior_code,from\nH53.9,Sở Thử nghiệm,H53,2025-07-01\n");
        assertThat(run("agencies", "import", table.toString()).out())
                .contains("thêm: 1", "H53.9 Sở Thử nghiệm", "--apply");
        refused(run("agencies", "lookup", "H53.9"), "không có trong danh mục");
        assertThat(run("agencies", "import", table.toString(), "--apply").out())
                .contains("đã nạp vào danh mục, nay ở phiên bản");
        assertThat(run("agencies", "lookup", "H53.9").out()).contains("đến H53.9 Sở Thử nghiệm");
        assertThat(run("agencies", "import", table.toString(), "--apply").out()).contains("không có gì thay đổi");

        Files.writeString(table, "code,name,from\nH53.8,Sở,2025-07-01\nH53.7,Sở khác,hôm qua\n");
        Outcome wrong = run("agencies", "import", table.toString(), "--apply");
        refused(wrong, "chưa nạp gì");
        assertThat(wrong.out()).contains("dòng 3: ngày: hôm qua");
    }

    @Test
    void aCodeIsLookedUpAsOfItsTime() {
        assertThat(run("agencies", "lookup", "H39", "--at", "2024-05-01").out()).contains("đến cơ quan kế thừa H53");
        assertThat(run("agencies", "lookup", "H39").out()).contains("đến cơ quan kế thừa H53");
    }

    @Test
    void evidenceIsCheckedAndTheSealsCertificateHandedOut() {
        assertThat(run("evidence", "check").out()).contains("chứng cứ nguyên vẹn: 0 hồ sơ, 0 dòng, 0 niêm phong");
        Path certificate = folder.resolve("seal.crt");
        assertThat(run("evidence", "certificate", "--out", certificate.toString())
                        .out())
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
        assertThat(run("trust", "add", "government", root.toString()).out())
                .contains("đã thêm: nhánh government, là gốc", "trong vài giây nữa");
        assertThat(run("crl", "import", crl.toString()).out()).contains("đã nạp CRL");
        assertThat(run("crl", "import", crl.toString()).out()).contains("đã có CRL này");
        refused(run("crl", "import", root.toString()), "không đọc được CRL");

        String fingerprint =
                TrustFolder.fingerprint(pki.root(Branch.GOVERNMENT)).hex();
        assertThat(run("trust", "list").out()).contains("government | " + fingerprint);
        refused(run("trust", "remove", "party", fingerprint), "không có trong nhánh party");
        assertThat(run("trust", "remove", "government", fingerprint.toUpperCase(Locale.ROOT))
                        .out())
                .contains("đã bỏ: nhánh government", "trong vài giây nữa");
        assertThat(run("trust", "list").out()).isEmpty();
        refused(run("trust", "remove", "government", fingerprint), "admin trust list");
    }

    @Test
    void anActOnTrustWaitsForASecondPersonWhoShowsWhoHeIs() throws Exception {
        DevelopmentPki pki = DevelopmentPki.create(new DevelopmentPki.Settings(
                running.clock().instant(), URI.create("http://127.0.0.1:9/pki"), KeyAlgorithm.EC_P256));
        Path root = folder.resolve("party-root.crt");
        Files.write(root, pki.root(Branch.PARTY).getEncoded());
        refused(usual("trust", "add", "party", root.toString(), "--alone", "--reason", "gấp"), "console.second-person");
        Outcome left = usual("trust", "add", "party", root.toString(), "--reason", "gốc mới của Đảng");
        assertThat(left.exit()).as(left.err()).isZero();
        assertThat(left.out()).contains("chưa làm gì", "là gốc", "SHA-256 của đề nghị");
        assertThat(usual("trust", "list").out()).doesNotContain("party |");
        String id = String.valueOf(running.twoPeople()
                .proposals()
                .waiting(running.clock().instant(), 9)
                .getLast()
                .id());
        assertThat(usual("proposals", "list").out()).contains(id + " | thêm vào kho tin cậy party", "gốc mới của Đảng");

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
        assertThat(usual("trust", "list").out()).doesNotContain("party |");
        running.accounts()
                .letIn("nguoi.hai", new LetIn("USER:nguoi.khac", running.clock().instant()));
        confirm[8] = codes.codes().get(2);
        Outcome confirmed = usual(confirm);
        assertThat(confirmed.exit()).as(confirmed.err()).isZero();
        assertThat(confirmed.out()).contains("đã thêm: nhánh party, là gốc", "trong vài giây nữa");
        assertThat(usual("trust", "list").out()).contains("party | ");
        confirm[8] = codes.codes().get(1);
        refused(usual(confirm), "đã được quyết định");
        assertThat(usual("proposals", "list", "--decided").out()).contains("đã xác nhận: USER:nguoi.hai");

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
        assertThat(named.out()).as(named.err()).contains("chưa làm gì");
        assertThat(usual("proposals", "list").out()).contains("USER:nguoi.hai");
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
        assertThat(alone.out()).as(alone.err()).contains("đã bỏ: nhánh party");
        assertThat(running.people().events().latest(3))
                .anyMatch(event -> event.act().equals(Optional.of(AccessAct.DONE_ALONE))
                        && event.detail().contains("khóa gốc bị lộ"));
    }

    @Test
    void aTableAndAClosingWaitForASecondPersonToo() throws Exception {
        Path table = folder.resolve("plan.csv");
        Files.writeString(table, "code,name,superior_code,from\nH53.55,Sở Chờ hai người,H53,2025-07-01\n");
        assertThat(usual("agencies", "import", table.toString(), "--apply").out())
                .contains("chưa làm gì", "H53.55");
        refused(usual("agencies", "lookup", "H53.55"), "không có trong danh mục");
        assertThat(run("agencies", "import", table.toString(), "--apply").out()).contains("phiên bản");
        String closing = asked("deleteAgency", "AgencyCode=H53.55 ");
        assertThat(usual("requests", "approve", closing, "--from", "2026-02-01", "--reason", "giải thể", "--apply")
                        .out())
                .contains("chưa làm gì", "đóng cơ quan H53.55");
        assertThat(usual("agencies", "lookup", "H53.55").out()).contains("đến H53.55");
    }
}
