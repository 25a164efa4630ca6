package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.routes.platform.Administration;

/** Accounts of people, their mandates and the links that let them in. */
abstract class AdminPeople extends AdminCase {
    AdminPeople(Path folder, Administration running) {
        super(folder, running);
    }

    @Test
    void aClerkIsGivenMandatesThatEnd() throws Exception {
        Path password = folder.resolve("clerk-password");
        Files.writeString(password, "mot mat khau rat dai\n");
        run("user", "add", "vt.hue", "--role", "clerk", "--password-file", password.toString());
        run("user", "add", "vh.hue", "--role", "operator", "--password-file", password.toString());
        assertThat(run("user", "mandate", "list", "vt.hue").out()).contains("chưa có quyền nào");
        assertThat(run("user", "mandate", "grant", "vt.hue", "H57", "collect").out())
                .contains("được quyền COLLECT cho H57");
        assertThat(run("user", "mandate", "grant", "vt.hue", "H57", "collect").out())
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
                        .exit())
                .isZero();
        assertThat(run("user", "mandate", "list", "vt.hue").out())
                .contains("COLLECT H57")
                .contains("SEND H57")
                .contains("KHÔNG CÒN HOẶC CHƯA HIỆU LỰC");
        assertThat(run("user", "mandate", "end", "vt.hue", "H57", "collect").out())
                .contains("không còn quyền COLLECT");
        refused(run("user", "mandate", "end", "vt.hue", "H57", "collect"), "không có quyền COLLECT");
        refused(run("user", "mandate", "grant", "vh.hue", "H57", "collect"), "vh.hue", "clerk");
        refused(run("user", "mandate", "grant", "nobody", "H57", "collect"), "nobody", "không có");
        refused(
                run("user", "mandate", "grant", "vt.hue", "H57", "transit"),
                "transit",
                "collect, send, status, seal hoặc sign");
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
    void aPersonIsInvitedByALinkThatIsPrintedOnce() {
        Outcome invited = run("invite", "--user", "qt.dau", "--role", "administrator", "--full-name", "Người Đầu");
        assertThat(invited.exit()).as(invited.err()).isZero();
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
    void aUserIsAddedWithAPasswordFromAFile() throws Exception {
        Path password = folder.resolve("password.txt");
        Files.writeString(password, "ngắn\n");
        String[] add = {"user", "add", "van.thu", "--role", "operator", "--password-file", password.toString()};
        refused(run(add), "password: quá ngắn");
        Files.writeString(password, "một câu đủ dài để nhớ\n");
        assertThat(run(add).out()).contains("đã tạo tài khoản van.thu, vai trò operator");
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

        assertThat(run("user", "disable", "roi.di").out()).contains("admin user password roi.di");
        assertThat(running.accounts().find("roi.di")).get().matches(account -> !account.enabled());
        assertThat(run("user", "list").out()).contains("roi.di | roi.di | auditor | ĐÃ TẮT");

        Files.writeString(password, "ngắn\n");
        String[] renew = {"user", "password", "roi.di", "--password-file", password.toString()};
        refused(run(renew), "password: quá ngắn");
        Files.writeString(password, "một câu khác cũng đủ dài\n");
        assertThat(run(renew).out()).contains("đã đặt mật khẩu mới cho roi.di");
        assertThat(running.accounts().find("roi.di")).get().matches(Account::enabled);
        assertThat(running.accounts().passwordHash("roi.di")).get().isNotEqualTo(first);
        refused(run("user", "disable", "khong.ai"), "khong.ai: không có", "roi.di");
    }
}
