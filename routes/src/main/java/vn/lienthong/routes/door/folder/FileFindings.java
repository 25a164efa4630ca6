package vn.lienthong.routes.door.folder;

import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What may be wrong with a file before its content is looked at. */
final class FileFindings {

    private FileFindings() {}

    static Finding tooLarge(FoundFile file, long most) {
        return Finding.error(
                ErrorCode.TOO_LARGE,
                "file",
                "tệp: " + file.attributes().size() + " byte (expected: không quá " + most + ")");
    }

    static Finding undescribed(FoundFile file) {
        String stem = FileNames.parts(file.name()).stem();
        String shortest = stem.substring(0, Math.max(stem.indexOf('.'), 0));
        String gone = shortest.isEmpty()
                ? ""
                : ". Nếu là phụ lục của " + shortest + " thì văn bản đó có thể đã gửi: xem sent/" + shortest;
        return Finding.error(
                ErrorCode.PARAMETER_MISSING,
                "file",
                file.name() + ": không có tệp mô tả (expected: " + stem + Left.DESCRIPTION
                        + " cùng thư mục, hoặc tên tệp trong \"files\" của một tệp mô tả, hoặc một gói tin .edxml)"
                        + gone);
    }

    static Finding withoutFiles(String name) {
        return Finding.error(
                ErrorCode.PARAMETER_MISSING,
                "file",
                name + Left.DESCRIPTION + ": không có tệp văn bản (expected: " + name
                        + ".pdf cùng thư mục, hoặc \"files\" trong tệp mô tả)");
    }

    static Finding missing(String name, String file) {
        return Finding.error(
                ErrorCode.PARAMETER_MISSING,
                "file",
                name + Left.DESCRIPTION + ": thiếu " + file + " (expected: mọi tệp trong \"files\" cùng thư mục)");
    }

    static Finding replaced() {
        return Finding.error(
                ErrorCode.PARAMETER_MALFORMED,
                "file",
                "tệp: cổng bị ngắt khi đang lấy, và đã có tệp khác cùng tên (expected: đặt lại cùng tệp mô tả nếu chưa gửi)");
    }

    static Finding notPlain() {
        return Finding.error(
                ErrorCode.PARAMETER_MALFORMED,
                "file",
                "tệp: là liên kết hoặc tệp đặc biệt (expected: một tệp thường chứa gói tin)");
    }

    static Finding unreadable() {
        return Finding.error(
                ErrorCode.PARAMETER_MALFORMED,
                "file",
                "tệp: tài khoản chạy cổng không đọc được (expected: quyền đọc cho tài khoản đó)");
    }
}
