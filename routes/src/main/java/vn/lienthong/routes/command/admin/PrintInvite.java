package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.platform.Administration;

/** Shows a one-time link: this once, for nobody keeps it. */
final class PrintInvite {
    private PrintInvite() {}

    /** @throws CommandRefused with everything that is wrong */
    static void print(Administration record, InvitePerson.Outcome outcome, PrintWriter out) {
        switch (outcome) {
            case InvitePerson.Outcome.Invited invited -> {
                out.println("liên kết mời " + invited.invite().username() + ", vai trò "
                        + RoleName.of(invited.invite().role()) + ", dùng được một lần cho tới "
                        + Times.text(invited.invite().expiresAt()) + " (chỉ hiện lần này, gửi cho đúng người đó):");
                out.println(record.people().link(invited.link().path()));
            }
            case InvitePerson.Outcome.Refused refused ->
                throw new CommandRefused(
                        refused.findings().stream().map(Finding::text).collect(Collectors.joining("; ")));
        }
    }
}
