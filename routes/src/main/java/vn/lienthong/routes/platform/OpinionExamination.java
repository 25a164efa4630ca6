package vn.lienthong.routes.platform;

import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.secondopinion.TryDss;

/** Whether the other engine, which is asked about signatures, works in this installation: its libraries, in their order. */
final class OpinionExamination {
    private static final String WHAT = "ý kiến thứ hai về chữ ký (DSS)";

    private OpinionExamination() {}

    static List<Diagnosis> examine(VerificationSettings settings, Instant now) {
        if (!settings.asks()) {
            return List.of(Diagnosis.good(WHAT, "không hỏi (verification.second-opinion: off)"));
        }
        return List.of(TryDss.fault(now)
                .map(fault ->
                        Diagnosis.doubtful(WHAT, fault, "giải nén lại bản cài đặt: thiếu hoặc sai tệp trong lib/"))
                .orElseGet(() -> Diagnosis.good(WHAT, "thấy đúng một chữ ký trong văn bản thử, và thấy chỗ sửa")));
    }
}
