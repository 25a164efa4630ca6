package vn.lienthong.routes.command.verify;

import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;

/** The words of verification as people read them. */
final class Words {
    private Words() {}

    static String of(Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED -> "ĐẠT";
            case INDETERMINATE -> "CHƯA KẾT LUẬN ĐƯỢC";
            case TOTAL_FAILED -> "KHÔNG ĐẠT";
        };
    }

    static String of(Presence presence) {
        return switch (presence) {
            case SIGNED -> "có chữ ký";
            case UNSIGNED -> "không có chữ ký";
            case BROKEN -> "chữ ký hỏng hoặc bị che giấu";
            case NOT_APPLICABLE -> "không phải PDF, không xét chữ ký";
            case DECORATIVE -> "phần tử chữ ký chỉ để trang trí, không có giá trị chứng thực";
            case NOT_CHECKED -> "có chữ ký nhưng chưa kiểm tra";
        };
    }

    static String of(Integrity integrity) {
        return switch (integrity) {
            case INTACT -> "nguyên vẹn từ lúc ký";
            case CONTENT_CHANGED -> "NỘI DUNG ĐÃ BỊ SỬA sau khi ký";
            case SIGNATURE_WRONG -> "GIÁ TRỊ CHỮ KÝ SAI";
            case NOT_CHECKED -> "không tính được";
        };
    }

    static String of(Coverage coverage) {
        return switch (coverage) {
            case WHOLE_FILE -> "toàn bộ tệp";
            case WHOLE_REVISION -> "toàn bộ bản lúc ký; tệp có phần thêm sau";
            case PARTIAL -> "chỉ một phần tệp";
            case UNKNOWN -> "không rõ";
        };
    }

    static String of(PathStatus path) {
        return switch (path) {
            case TRUSTED -> "chứng thư dẫn tới gốc tin cậy";
            case CONSTRAINTS_BROKEN -> "chứng thư dẫn tới gốc tin cậy nhưng trái quy tắc";
            case UNTRUSTED -> "chứng thư không dẫn tới gốc tin cậy nào";
            case NOT_CHECKED -> "không xét";
        };
    }

    static String of(RevocationFacts.Status status) {
        return switch (status) {
            case GOOD -> "không bị thu hồi";
            case REVOKED -> "ĐÃ BỊ THU HỒI";
            case UNKNOWN -> "chưa biết";
        };
    }

    static String of(Change.Kind kind) {
        return switch (kind) {
            case VALIDATION_DATA -> "dữ liệu kiểm chứng lâu dài";
            case METADATA -> "thông tin mô tả tệp";
            case SIGNATURE_ADDED -> "chữ ký khác";
            case ANNOTATION -> "chú thích hoặc biểu mẫu";
            case CONTENT -> "NỘI DUNG";
        };
    }
}
