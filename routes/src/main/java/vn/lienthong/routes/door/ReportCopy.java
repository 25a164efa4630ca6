package vn.lienthong.routes.door;

import java.util.List;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What a system of a platform reports of a copy: {@code processing}, {@code done} or {@code fail}. */
public final class ReportCopy {

    private final CollectDocuments collecting;

    public ReportCopy(CollectDocuments collecting) {
        this.collecting = collecting;
    }

    /** Writes it down; or says why not. */
    public List<Finding> report(Caller caller, String docId, String status) {
        CollectDocuments.Report report;
        switch (status) {
            case "done" -> report = collecting.done(caller, docId);
            case "processing" -> report = collecting.processing(caller, docId);
            case "fail" -> report = collecting.fail(caller, docId);
            default -> {
                String text = "status: " + status + " (expected: processing, done hoặc fail)";
                return List.of(Finding.error(ErrorCode.PARAMETER_MALFORMED, "status", text));
            }
        }
        return switch (report) {
            case TAKEN -> List.of();
            case UNKNOWN -> List.of(notFound(docId));
            case REFUSED -> {
                String text = "docId: " + docId + " không còn chờ nhận (expected: văn bản đang chờ nhận)";
                yield List.of(Finding.error(ErrorCode.NOT_FOUND, "docId", text));
            }
        };
    }

    /** Nobody's, or another's: the caller cannot tell which. */
    public static Finding notFound(String docId) {
        return Finding.error(
                ErrorCode.NOT_FOUND, "docId", "docId: " + docId + " (expected: mã trong danh sách nhận của hệ thống)");
    }
}
