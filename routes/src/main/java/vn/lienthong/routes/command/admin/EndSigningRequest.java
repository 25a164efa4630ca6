package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.approval.ApprovalJournal;
import vn.lienthong.gateway.approval.DecideRequest;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signing end}: gives a draft back to its clerk that nobody can decide; the draft may be changed again. */
@Command(
        name = "end",
        description = "Trả văn bản đang chờ ký về cho văn thư, khi không ai ký hay rút lại được.",
        mixinStandardHelpOptions = true)
final class EndSigningRequest extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ", description = "như lệnh admin signing list in ra")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        SigningRequests requests = record.signingRequests();
        SigningRequest request = require(requests);
        DecideRequest deciding = new DecideRequest(
                requests, new ApprovalJournal(record.people().events(), record.clock()), record.clock());
        if (!deciding.takeBack(request, Actor.here())) {
            throw new CommandRefused("văn bản trình ký " + id + ": đã ký, trả lại hoặc rút lại rồi");
        }
        out.println("đã trả văn bản trình ký " + id + " về cho văn thư");
    }

    private SigningRequest require(SigningRequests requests) {
        try {
            return requests.find(new RequestId(UUID.fromString(id))).orElseThrow(this::unknown);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private CommandRefused unknown() {
        return new CommandRefused("văn bản trình ký " + id + ": không có (expected: một trong admin signing list)");
    }
}
