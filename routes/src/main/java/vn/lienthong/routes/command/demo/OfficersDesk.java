package vn.lienthong.routes.command.demo;

import static vn.lienthong.routes.command.demo.StepFailed.unless;

import java.util.List;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.approval.BatchId;
import vn.lienthong.gateway.approval.ConfirmBatch;
import vn.lienthong.gateway.approval.ItemOutcome;
import vn.lienthong.gateway.approval.SigningBatch;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.SigningThreads;

/** What the demo's officer does with what was put before him, by the same commands that the console's pages give. */
final class OfficersDesk {
    private static final int MOST = 1_000;

    private final RunningGateway gateway;

    OfficersDesk(RunningGateway gateway) {
        this.gateway = gateway;
    }

    boolean waitsFor(SigningRequest request) {
        return gateway.part(SigningRequests.class).waiting(DemoDesk.OFFICER, "", MOST).stream()
                .anyMatch(waiting -> waiting.id().equals(request.id()));
    }

    /** Confirms it, and has the gateway sign it as it signs all that officers confirm; signed when this returns. */
    void sign(SigningRequest request) throws InterruptedException {
        BatchId batch = gateway.part(ConfirmBatch.class)
                .confirm(DemoDesk.OFFICER, List.of(request), Caller.PERSON + DemoDesk.OFFICER, "demo")
                .orElseThrow(() -> new StepFailed("đã xác nhận trước đó"))
                .id();
        gateway.part(SigningThreads.class).wake();
        Await.until("lãnh đạo ký xong", () -> now(batch).waiting().isEmpty());
        unless(
                now(batch).count(ItemOutcome.SIGNED) == 1,
                "chưa ký được: " + now(batch).items());
    }

    private SigningBatch now(BatchId batch) {
        return gateway.part(SigningBatches.class)
                .find(batch)
                .orElseThrow(() -> new StepFailed("không có đợt ký " + batch));
    }
}
