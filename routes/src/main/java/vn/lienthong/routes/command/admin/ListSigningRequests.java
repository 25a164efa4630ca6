package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.approval.Signers;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signing list}: what waits for officers, the oldest first, and what keeps an officer from deciding it. */
@Command(
        name = "list",
        description = "Liệt kê văn bản đang chờ lãnh đạo ký, và vì sao chưa ai ký được nếu biết.",
        mixinStandardHelpOptions = true)
final class ListSigningRequests extends AdminTask {
    private static final int MOST = 1_000;

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        List<SigningRequest> all = record.signingRequests().open(MOST);
        if (all.isEmpty()) {
            out.println("không có văn bản nào chờ ký");
        }
        Signers signers = new Signers(record.accounts(), record.accountMandates(), record.agencies());
        for (SigningRequest request : all) {
            out.println(request.id() + " " + request.officer() + ", trình lúc "
                    + Times.text(request.ask().at()) + " bởi " + request.ask().by()
                    + hindrance(record, signers, request, now));
        }
        if (all.size() == MOST) {
            out.println("… chỉ liệt kê " + MOST + " văn bản chờ lâu nhất");
        }
    }

    private static String hindrance(Administration record, Signers signers, SigningRequest request, Instant now) {
        if (record.accounts().find(request.officer()).filter(Account::enabled).isEmpty()) {
            return " | TÀI KHOẢN ĐÃ KHÓA";
        }
        if (signers.find(request.officer(), request.agency(), now).isEmpty()) {
            return " | KHÔNG CÒN QUYỀN KÝ";
        }
        return record.signerKeys().of(request.officer(), now).isEmpty() ? " | CHƯA CÓ KHÓA KÝ" : "";
    }
}
