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
        return Finding.error(
                ErrorCode.PARAMETER_MISSING,
                "file",
                file.name() + ": không có tệp mô tả (expected: " + stem + Left.DESCRIPTION
                        + " cùng thư mục, hoặc một gói tin" + " .edxml)");
    }

    static Finding withoutFiles(FoundFile form) {
        return Finding.error(
                ErrorCode.PARAMETER_MISSING,
                "file",
                form.name() + Left.DESCRIPTION + ": không có tệp văn bản (expected: " + form.name()
                        + ".pdf cùng thư mục)");
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
