package vn.lienthong.routes.door.soap;

import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.finding.ErrorCode;

/** What an operation cannot do without. */
final class Required {

    private Required() {}

    /** The value; a call without it is refused. */
    static <T> T present(String name, @Nullable T value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw SoapRefusal.of(ErrorCode.PARAMETER_MISSING, name, name + ": thiếu (expected: như WSDL)");
        }
        return value;
    }

    static AgencyCode code(String name, @Nullable String text) {
        return new AgencyCode(present(name, text).strip());
    }

    static SoapRefusal notFound(String docId) {
        return SoapRefusal.of(
                ErrorCode.NOT_FOUND, "docId", "docId: " + docId + " (expected: mã mà hệ thống này được biết)");
    }
}
