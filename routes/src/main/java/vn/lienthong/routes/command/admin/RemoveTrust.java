package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TrustFolder;

/** {@code admin trust remove}: takes an authority's certificate out of a branch's store, once a second person agrees. */
@Command(
        name = "remove",
        description = "Bỏ một chứng thư khỏi kho tin cậy; cần người thứ hai xác nhận.",
        mixinStandardHelpOptions = true)
final class RemoveTrust extends AdminTask {
    @Parameters(index = "0", paramLabel = "NHÁNH", description = "government, party hoặc public")
    private String branchName = "";

    @Parameters(
            index = "1",
            paramLabel = "SHA-256",
            description = "dấu vân tay của chứng thư, như lệnh admin trust list in ra")
    private String fingerprint = "";

    @Option(names = "--reason", paramLabel = "LÝ_DO", description = "căn cứ, để người thứ hai xem")
    private @Nullable String reason;

    @Mixin
    private LeaveProposal proposal = new LeaveProposal();

    @Override
    void run(Administration record, PrintWriter out) {
        String branch = TrustFolder.name(TrustCommand.branch(branchName));
        String bare = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        String summary = "bỏ khỏi kho tin cậy " + branch + ": chứng thư " + bare;
        proposal.settle(record, new ProposedAct.RemoveTrust(branch, bare), summary, reason, out);
    }
}
