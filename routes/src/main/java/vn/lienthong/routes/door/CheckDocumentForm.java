package vn.lienthong.routes.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * What of a form of a document says nothing that could be meant, told by the names of its members. Whoever fills in a form fills
 * it in for this gateway: what stands in it without effect is a mistake, and told before a document goes out without it.
 */
public final class CheckDocumentForm {

    private CheckDocumentForm() {}

    /** Everything that is wrong with it; what a packet must have besides is told by the check of the packet. */
    public static List<Finding> of(DocumentForm form) {
        List<Finding> findings = new ArrayList<>();
        DocumentForm.Action action = Objects.requireNonNullElse(form.action(), DocumentForm.Action.NEW);
        boolean targeted = action == DocumentForm.Action.RECALL || action == DocumentForm.Action.UPDATE;
        boolean target = !ComposePacket.text(form.target()).isEmpty();
        boolean replaces = ComposePacket.each(form.replaces()).findAny().isPresent();
        boolean receivers = ComposePacket.each(form.addedRecipients()).findAny().isPresent()
                || ComposePacket.each(form.removedRecipients()).findAny().isPresent();
        if (targeted && !target) {
            findings.add(missing("target", "documentId của văn bản bị thu hồi hoặc cập nhật"));
        }
        if (action == DocumentForm.Action.REPLACE && !replaces) {
            findings.add(missing("replaces", "các văn bản bị thay thế, mỗi văn bản một documentId"));
        }
        unused(findings, target && !targeted, "target", "action là recall hoặc update");
        unused(findings, replaces && action != DocumentForm.Action.REPLACE, "replaces", "action là replace");
        unused(
                findings,
                receivers && action != DocumentForm.Action.UPDATE,
                "addedRecipients, removedRecipients",
                "action là update");
        values(findings, form);
        return List.copyOf(findings);
    }

    /** Whether a file must come with it: a recall and an update say something by themselves. */
    public static boolean needsFile(DocumentForm form) {
        return form.action() == null
                || form.action() == DocumentForm.Action.NEW
                || form.action() == DocumentForm.Action.REPLACE;
    }

    private static void values(List<Finding> findings, DocumentForm form) {
        Integer urgency = form.urgency();
        if (urgency != null && (urgency < 0 || urgency > 4)) {
            findings.add(value("urgency", urgency.toString(), "0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hẹn giờ"));
        }
        String type = ComposePacket.text(form.type());
        if (!type.isEmpty() && !type.chars().allMatch(c -> c >= '0' && c <= '9')) {
            findings.add(value("type", type, "số của loại văn bản, ví dụ 18; tên loại ghi ở typeName"));
        }
        String number = ComposePacket.text(form.number());
        String notation = ComposePacket.text(form.notation());
        if (!number.isEmpty() && notation.startsWith(number + "/")) {
            findings.add(value("notation", notation, "chỉ ký hiệu, vì số đã ở number: 601 và VPCP-KSTT"));
        } else if (number.indexOf('/') > 0 && !notation.isEmpty() && number.endsWith("/" + notation)) {
            findings.add(value("number", number, "chỉ số, vì ký hiệu đã ở notation: 601 và VPCP-KSTT"));
        }
    }

    private static void unused(List<Finding> findings, boolean is, String name, String expected) {
        if (is) {
            findings.add(Finding.error(
                    ErrorCode.PARAMETER_MALFORMED,
                    name,
                    name + ": không có tác dụng với action này (expected: " + expected + ", hoặc bỏ trường này)"));
        }
    }

    private static Finding missing(String name, String expected) {
        return Finding.error(ErrorCode.BUSINESS_TARGET_MISSING, name, name + ": thiếu (expected: " + expected + ")");
    }

    private static Finding value(String name, String value, String expected) {
        return Finding.error(
                ErrorCode.FIELD_VALUE_UNKNOWN,
                name,
                name + ": " + FormFault.shown(value) + " (expected: " + expected + ")");
    }
}
