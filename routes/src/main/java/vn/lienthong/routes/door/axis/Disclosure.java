package vn.lienthong.routes.door.axis;

import java.util.List;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What a caller that is not authenticated may hear: not which systems exist. */
final class Disclosure {

    private Disclosure() {}

    static List<Finding> toCaller(List<Finding> findings) {
        return findings.stream().map(Disclosure::blur).toList();
    }

    private static Finding blur(Finding finding) {
        boolean tells = finding.code() == ErrorCode.SYSTEM_UNKNOWN || finding.code() == ErrorCode.MAC_WRONG;
        return tells
                ? Finding.error(
                        ErrorCode.MAC_WRONG,
                        AxisHeaders.CODE,
                        "xác thực không thành công (expected: systemid và khóa bí mật đã đăng ký)")
                : finding;
    }
}
