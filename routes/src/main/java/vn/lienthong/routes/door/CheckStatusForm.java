package vn.lienthong.routes.door;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.packet.StatusCode;

/**
 * What a form of a status must say, told by the names of its members. A form is filled in for this gateway, so its codes are the
 * nine published ones; packets that come from elsewhere may carry codes that nobody has published yet, and are kept.
 */
public final class CheckStatusForm {

    private static final String CODES = "01 đã đến, 02 từ chối, 03 đã tiếp nhận, 04 phân công, 05 đang xử lý,"
            + " 06 hoàn thành, 13 lấy lại, 15 đồng ý lấy lại hoặc cập nhật, 16 từ chối lấy lại hoặc cập nhật";

    private CheckStatusForm() {}

    /** Everything that is wrong with it; nothing where it can be sent. */
    public static List<Finding> of(StatusForm form) {
        List<Finding> findings = new ArrayList<>();
        present(findings, "from", ComposePacket.text(form.from()), "mã cơ quan báo trạng thái");
        present(
                findings,
                "to",
                ComposePacket.text(form.to()),
                "mã cơ quan được báo, là nơi gửi văn bản (với 13: nơi nhận)");
        present(findings, "documentId", ComposePacket.text(form.documentId()), "documentId mà nơi gửi văn bản đặt");
        StatusCode code = new StatusCode(ComposePacket.text(form.code()));
        present(findings, "code", code.text(), CODES);
        if (!code.text().isEmpty() && !code.isKnown()) {
            findings.add(Finding.error(
                    ErrorCode.FIELD_VALUE_UNKNOWN,
                    "code",
                    "code: " + FormFault.shown(code.text()) + " (expected: " + CODES + ")"));
        }
        if (code.equals(StatusCode.REFUSED)) {
            present(findings, "description", ComposePacket.text(form.description()), "lý do từ chối");
        }
        return List.copyOf(findings);
    }

    private static void present(List<Finding> findings, String name, String value, String expected) {
        if (value.isEmpty()) {
            findings.add(Finding.error(ErrorCode.FIELD_MISSING, name, name + ": thiếu (expected: " + expected + ")"));
        }
    }
}
