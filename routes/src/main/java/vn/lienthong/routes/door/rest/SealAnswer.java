package vn.lienthong.routes.door.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.seal.SealForSystem;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** What a system hears about a seal that it asked for, before the bytes themselves. */
final class SealAnswer {

    static final String SHA_256 = "sha256";
    static final String LEVEL = "level";
    static final String GOAL = "goal";
    static final String FORM = "form";
    private static final int CREATED = 201;
    private static final String WHERE = "signature";

    private SealAnswer() {}

    static RestAnswer of(SealForSystem.Outcome outcome, SignatureForm form) {
        return switch (outcome) {
            case SealForSystem.Outcome.NotAllowed no ->
                RestAnswer.refused(
                        ErrorCode.MANDATE_MISSING,
                        "agency",
                        "agency: hệ thống không được nhờ đóng dấu của cơ quan này (expected: quyền seal, admin mandate"
                                + " grant)");
            case SealForSystem.Outcome.Tried tried -> of(tried.outcome(), tried.goal(), form);
        };
    }

    private static RestAnswer of(SealPdf.Outcome outcome, LastingLevel goal, SignatureForm form) {
        return switch (outcome) {
            case SealPdf.Outcome.Sealed sealed -> sealed(sealed, goal, form);
            case SealPdf.Outcome.Refused refused -> new RestAnswer.Refused(refused.findings(), false);
            case SealPdf.Outcome.NoSeal none ->
                RestAnswer.refused(
                        ErrorCode.STATE_CONFLICT,
                        "agency",
                        "agency: cơ quan chưa có con dấu ở đây (expected: admin seal add)");
            case SealPdf.Outcome.AtDesk desk ->
                RestAnswer.refused(
                        ErrorCode.STATE_CONFLICT,
                        "agency",
                        "agency: con dấu của cơ quan ở token tại bàn văn thư (expected: văn thư đóng dấu trên trang,"
                                + " hoặc con dấu mà cổng mở được, admin seal add)");
            case SealPdf.Outcome.NoName unnamed ->
                RestAnswer.refused(
                        ErrorCode.STATE_CONFLICT, "agency", "agency: không có tên trong danh mục (expected: có tên)");
            case SealPdf.Outcome.KeyUnusable key -> unusable(key);
            case SealPdf.Outcome.Unfit unfit -> RestAnswer.refused(ErrorCode.PARAMETER_MALFORMED, WHERE, unfit.why());
            case SealPdf.Outcome.Busy busy ->
                RestAnswer.refused(ErrorCode.BUSY, WHERE, "con dấu đang được dùng (expected: gọi lại sau ít giây)");
        };
    }

    /** Only what may pass by itself is worth another call: a locked token or a revoked seal waits for a person. */
    private static RestAnswer unusable(SealPdf.Outcome.KeyUnusable key) {
        String number = key.number().isEmpty() ? "" : ", số " + key.number();
        return switch (key.trouble()) {
            case OTHER ->
                RestAnswer.refused(
                        ErrorCode.BUSY,
                        WHERE,
                        "khóa con dấu chưa dùng được" + number
                                + " (expected: gọi lại sau ít phút; vẫn vậy thì quản trị viên xem nhật ký)");
            case REVOKED -> stopped("chứng thư của con dấu đã bị thu hồi", number, "con dấu khác, admin seal add");
            case LOCKED -> stopped("thiết bị khóa đã tự khóa vì sai PIN", number, "mở khóa bằng công cụ của nơi cấp");
            case EXPIRED -> stopped("thiết bị khóa đòi đổi PIN", number, "đổi PIN bằng công cụ của nơi cấp");
            case WRONG_PIN -> stopped("PIN của khóa con dấu sai", number, "sửa PIN; PIN sai không được thử lại");
        };
    }

    private static RestAnswer stopped(String what, String number, String expected) {
        return RestAnswer.refused(
                ErrorCode.STATE_CONFLICT, WHERE, what + number + " (expected: quản trị viên: " + expected + ")");
    }

    private static RestAnswer sealed(SealPdf.Outcome.Sealed sealed, LastingLevel goal, SignatureForm form) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put(SHA_256, sealed.bytes().digest().hex());
        kept.put("at", sealed.at().toString());
        // A PDF that is handed out has no timestamp yet, whatever the rule for it is: that comes to what is kept here.
        kept.put(LEVEL, sealed.level().name());
        kept.put(GOAL, goal.name());
        kept.put(FORM, form.name());
        String location = RestPaths.signature(sealed.bytes().digest());
        return RestAnswer.json(CREATED, Optional.of(location), kept);
    }
}
