package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.lienthong.routes.platform.Administration;

/** {@code admin requests decline}: nothing changes but the request, which says who declined it and why. */
@Command(name = "decline", description = "Từ chối một yêu cầu; danh mục giữ nguyên.", mixinStandardHelpOptions = true)
final class DeclineRequest extends AdminTask {
    @Mixin
    private RequestDecision decision = new RequestDecision();

    @Override
    void run(Administration record, PrintWriter out) {
        decision.open(record.registrationRequests());
        if (!record.decideRegistration().decline(decision.id(), decision.actor(), decision.reason())) {
            throw decision.tooLate();
        }
        out.println("đã từ chối yêu cầu " + decision.id());
    }
}
