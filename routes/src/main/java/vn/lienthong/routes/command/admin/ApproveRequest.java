package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.access.RegistrationTerms;
import vn.lienthong.gateway.access.RequestedAgency;
import vn.lienthong.gateway.agency.DirectoryMovedException;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.routes.platform.Administration;

/**
 * {@code admin requests approve}: shows what approving would change, and changes it only when told to. What an option does
 * not say is taken from the request, which nobody signed: the preview is there to be read.
 */
@Command(
        name = "approve",
        description =
                "Xem trước, rồi duyệt (--apply), một yêu cầu: thêm cơ quan, hoặc đóng cơ quan cùng các mã của nó.",
        mixinStandardHelpOptions = true)
final class ApproveRequest extends AdminTask {
    @Mixin
    private RequestDecision decision = new RequestDecision();

    @Option(names = "--code", paramLabel = "MÃ", description = "mã cơ quan (mặc định: như yêu cầu ghi)")
    private @Nullable String code;

    @Option(names = "--name", paramLabel = "TÊN", description = "tên cơ quan (mặc định: như yêu cầu ghi)")
    private @Nullable String name;

    @Option(names = "--superior", paramLabel = "MÃ", description = "mã cơ quan cấp trên (mặc định: như yêu cầu ghi)")
    private @Nullable String superior;

    @Option(names = "--kind", paramLabel = "LOẠI", description = "loại cơ quan, như cột kind (mặc định: unit)")
    private String kind = "";

    @Option(
            names = "--from",
            paramLabel = "NGÀY",
            description = "có từ, hoặc thôi từ ngày, ví dụ 2025-07-01 (mặc định: hôm nay)")
    private @Nullable String from;

    @Option(names = "--successor", paramLabel = "MÃ", description = "khi đóng: cơ quan kế thừa toàn bộ")
    private String successor = "";

    @Mixin
    private LeaveProposal proposal = new LeaveProposal();

    @Option(names = "--apply", description = "duyệt thật; không có thì chỉ xem trước")
    private boolean apply;

    @Override
    void run(Administration record, PrintWriter out) {
        RegistrationRequests.Request request = decision.open(record.registrationRequests());
        RegistrationTerms terms = terms(request, record.clock().instant());
        DecideRegistration deciding = record.decideRegistration();
        ImportPreview preview = deciding.preview(terms, decision.reason());
        DirectoryPreview.print(preview, "yêu cầu " + request.id(), out);
        if (!preview.isApplicable()) {
            throw new CommandRefused("chưa duyệt: có " + preview.problems().size()
                    + " chỗ sai nêu trên (sửa bằng --code, --name, --superior, --from rồi chạy lại)");
        }
        if (!apply) {
            out.println("mới xem trước, chưa duyệt (duyệt thật: thêm --apply)");
            return;
        }
        if (terms instanceof RegistrationTerms.Closing closing) {
            ProposedAct act = new ProposedAct.CloseAgency(request.id(), closing);
            proposal.settle(record, act, "đóng cơ quan " + closing.code(), decision.reason(), out);
            return;
        }
        approve(deciding, terms, preview.change().basedOn());
        out.println(
                "đã duyệt yêu cầu " + request.id() + "; quyền gửi, nhận thay cơ quan cấp riêng (admin mandate grant)");
    }

    private void approve(DecideRegistration deciding, RegistrationTerms terms, long seen) {
        try {
            if (!deciding.approve(decision.id(), terms, seen, decision.actor(), decision.reason())) {
                throw decision.tooLate();
            }
        } catch (DirectoryMovedException moved) {
            throw new CommandRefused("danh mục vừa được người khác thay đổi, chưa duyệt (chạy lại lệnh này)", moved);
        }
    }

    private RegistrationTerms terms(RegistrationRequests.Request request, Instant now) {
        RequestedAgency asked = RequestedAgency.of(request.body());
        String day = or(from, now.atZone(Times.VIETNAM).toLocalDate().toString());
        return request.asksToClose()
                ? new RegistrationTerms.Closing(or(code, asked.code()), day, successor)
                : new RegistrationTerms.Opening(
                        or(code, asked.code()), or(name, asked.name()), or(superior, asked.superior()), kind, day);
    }

    private static String or(@Nullable String said, String otherwise) {
        return Optional.ofNullable(said).orElse(otherwise);
    }
}
