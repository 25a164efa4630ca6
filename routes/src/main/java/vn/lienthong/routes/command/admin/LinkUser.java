package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.OidcSettings;

/** {@code admin user link}: whom the issuer of the settings means by a subject. */
@Command(
        name = "link",
        description = "Gắn danh tính ở hệ thống tài khoản chung (OpenID Connect) với một tài khoản.",
        mixinStandardHelpOptions = true)
final class LinkUser extends AdminTask {
    @Parameters(index = "0", paramLabel = "TÊN_ĐĂNG_NHẬP", description = "tài khoản đã có")
    private String username = "";

    @Option(
            names = "--subject",
            paramLabel = "SUB",
            required = true,
            description =
                    "sub của người đó ở hệ thống tài khoản chung; trang đăng nhập hiện nó cho người chưa được gắn")
    private String subject = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Account account = KnownAccount.require(record.accounts(), username);
        OidcSettings oidc = record.people().settings().oidc();
        if (oidc == null) {
            throw new CommandRefused("chưa có hệ thống tài khoản chung (đặt console.oidc.issuer và client-id trước)");
        }
        String issuer = oidc.issuer().toString();
        if (subject.isBlank() || !record.people().events().together(() -> linked(record, issuer, account.username()))) {
            throw new CommandRefused("--subject: " + subject + " (expected: chưa gắn với tài khoản khác)");
        }
        out.println("đã gắn " + subject + " của " + issuer + " với tài khoản " + username);
    }

    private boolean linked(Administration record, String issuer, String username) {
        boolean linked = record.people()
                .identities()
                .link(issuer, subject, username, record.clock().instant());
        if (linked) {
            record.accounts().letIn(username, Actor.lettingIn(record));
            Actor.note(record, AccessAct.IDENTITY_LINKED, username, issuer + " " + subject);
        }
        return linked;
    }
}
