package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.access.TrustDecisions.Decided;

/** Whether a node's trust folder has what people decided. Changes nothing. */
final class TrustExamination {

    private TrustExamination() {}

    static Diagnosis examine(Path folder, TrustDecisions decisions) {
        String what = "quyết định về kho tin cậy";
        List<Decided> tried = new TrustMark(folder, decisions).read().open();
        List<Decided> waiting = new TakeUpTrust(folder, decisions).waiting();
        if (!tried.isEmpty()) {
            return Diagnosis.wrong(
                    what,
                    tried.stream().map(TrustExamination::line).collect(Collectors.joining("; ", "chưa ghi được: ", "")),
                    "kiểm tra quyền ghi và bỏ tệp hỏng trong " + folder + "; cổng tự thử lại vài giây một lần");
        }
        return waiting.isEmpty()
                ? Diagnosis.good(what, "đã theo hết")
                : Diagnosis.doubtful(
                        what,
                        waiting.size() + " quyết định chưa ghi vào " + folder,
                        "cổng đang chạy thì ghi trong vài giây: nếu dòng này còn, kiểm tra quyền ghi và tệp log");
    }

    private static String line(Decided decided) {
        return "số " + decided.id() + " ngày " + ActTimes.text(decided.at()) + " ("
                + decided.act().kind() + ", " + decided.actors() + ")";
    }
}
