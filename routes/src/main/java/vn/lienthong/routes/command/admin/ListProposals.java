package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.routes.platform.Administration;

/** {@code admin proposals list}: what waits, or what became of the rest. */
@Command(
        name = "list",
        description = "Liệt kê đề nghị đang chờ, hoặc đã xong (--decided).",
        mixinStandardHelpOptions = true)
final class ListProposals extends AdminTask {
    private static final int MOST = 200;

    @Option(names = "--decided", description = "những đề nghị đã quyết định hoặc đã hết hạn")
    private boolean decided;

    @Override
    void run(Administration record, PrintWriter out) {
        Proposals proposals = record.twoPeople().proposals();
        List<Proposal> found = decided
                ? proposals.past(record.clock().instant(), MOST)
                : proposals.waiting(record.clock().instant(), MOST);
        if (found.isEmpty()) {
            out.println(decided ? "chưa có đề nghị nào đã xong" : "không có đề nghị nào đang chờ");
        }
        found.forEach(proposal -> out.println(line(proposal)));
    }

    private static String line(Proposal proposal) {
        return proposal.id() + " | " + proposal.summary() + " | " + proposal.proposedBy() + " | "
                + Times.text(proposal.at()) + " | " + proposal.reason() + " | "
                + proposal.decision()
                        .map(decision -> (decision.confirmed() ? "đã xác nhận: " : "không đồng ý: ") + decision.actor()
                                + ", " + Times.text(decision.at()) + ", " + decision.reason())
                        .orElse("đến " + Times.text(proposal.expiresAt()));
    }
}
