package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.CarryOut;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.SecondPerson;
import vn.lienthong.routes.platform.Administration;

/** {@code admin proposals confirm}: the second person sees what will happen, shows who he is, and has it done. */
@Command(
        name = "confirm",
        description = "Xem trước, rồi xác nhận đề nghị của người khác; việc được làm ngay.",
        mixinStandardHelpOptions = true)
final class ConfirmProposal extends AdminTask {
    @Parameters(index = "0", paramLabel = "SỐ", description = "số của đề nghị, như admin proposals list in ra")
    private long id;

    @Option(names = "--reason", paramLabel = "LÝ_DO", defaultValue = "đồng ý", description = "ghi lại cùng quyết định")
    private String reason = "";

    @Mixin
    private SecondPersonLogin login = new SecondPersonLogin();

    @Override
    void run(Administration record, PrintWriter out) {
        SecondPerson people = record.twoPeople().secondPerson();
        Proposal proposal = record.twoPeople()
                .proposals()
                .find(id)
                .orElseThrow(() -> new CommandRefused("đề nghị " + id + ": không có (xem: admin proposals list)"));
        CarryOut.Preview preview = people.preview(proposal.act());
        out.println("đề nghị " + id + ": " + proposal.summary() + ", của " + proposal.proposedBy() + ": "
                + proposal.reason());
        preview.lines().forEach(line -> out.println("  " + line));
        out.flush();
        Account account = login.require(record);
        String actor = "USER:" + account.username();
        switch (people.confirm(id, preview.seen(), actor, account.role(), reason)) {
            case SecondPerson.Outcome.Done done -> {
                done.lines().forEach(line -> out.println("đã " + line));
                LeaveProposal.tellRunning(record, proposal.act(), out);
            }
            case SecondPerson.Outcome.SamePerson same ->
                throw new CommandRefused(
                        "--as: " + account.username() + " là người đã đề nghị (expected: một người khác xác nhận)");
            case SecondPerson.Outcome.MayBeOne one ->
                throw new CommandRefused("--as: " + account.username() + " và người đề nghị có thể là một người: "
                        + one.link().by()
                        + " vừa cho một trong hai vào, hoặc cả hai (expected: một người khác xác nhận,"
                        + " hoặc chờ đến " + Times.text(one.link().until())
                        + "; đề nghị từ dòng lệnh thì đề nghị lại với --as)");
            case SecondPerson.Outcome.WrongRole wrong ->
                throw new CommandRefused("--as: " + account.username() + ": vai trò " + RoleName.of(account.role())
                        + " không quyết định được việc này (expected: administrator; với danh mục thì cả registrar)");
            case SecondPerson.Outcome.TooLate late ->
                throw new CommandRefused(
                        "đề nghị " + id + " đã được quyết định hoặc đã hết hạn (xem: admin proposals list --decided)");
            case SecondPerson.Outcome.NotDone not -> throw new CommandRefused("chưa làm gì: " + not.why());
        }
    }
}
