package vn.lienthong.routes.door.console;

import java.util.List;

/**
 * What verification found in one line for a clerk; the questions behind it stand below it, each by itself. Names a text.
 */
enum TrustLine {
    /** A file is broken, or a signature in it does not hold. */
    BROKEN,
    /** A signature passed its checks in part, or could not be settled yet. */
    UNSETTLED,
    /** No file carries a signature: the document is for information only (QĐ 28/2018/QĐ-TTg). */
    UNSIGNED,
    /** Every signature passed, but a PDF among the files carries none. */
    PARTLY,
    /** Every signature of the files passed, and every PDF has one. */
    PASSED;

    private static final String ENVELOPE = "envelope";

    static TrustLine of(List<VerificationView> reports) {
        List<VerificationView> files = reports.stream()
                .filter(report -> !report.subject().equals(ENVELOPE))
                .toList();
        if (files.stream().anyMatch(file -> file.presence().equals("BROKEN") || has(file, "TOTAL_FAILED"))) {
            return BROKEN;
        }
        List<SignatureView> signatures =
                files.stream().flatMap(file -> file.signatures().stream()).toList();
        if (signatures.isEmpty()) {
            return isUnchecked(files) ? UNSETTLED : UNSIGNED;
        }
        if (isUnchecked(files)
                || !signatures.stream().allMatch(one -> one.indication().equals("TOTAL_PASSED"))) {
            return UNSETTLED;
        }
        return files.stream().anyMatch(file -> file.presence().equals("UNSIGNED")) ? PARTLY : PASSED;
    }

    /** A file that nobody could look into may hold anything. */
    private static boolean isUnchecked(List<VerificationView> files) {
        return files.stream().anyMatch(file -> file.presence().equals("NOT_CHECKED"));
    }

    private static boolean has(VerificationView file, String indication) {
        return file.signatures().stream().anyMatch(one -> one.indication().equals(indication));
    }
}
