package vn.lienthong.routes.door.provincial;

import java.util.List;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.LimitCalls;

/** Who calls; or why the call is turned away. */
sealed interface ProvincialCall {

    record Known(Caller caller) implements ProvincialCall {}

    /**
     * No token of ours that still counts: the program logs in again when it hears so.
     *
     * @param systemId as claimed
     * @param findings for an operator
     */
    record WithoutToken(String systemId, List<Finding> findings) implements ProvincialCall {}

    /**
     * The id and the secret do not belong together.
     *
     * @param systemId as claimed
     */
    record WrongSecret(String systemId) implements ProvincialCall {

        /** The same for every reason: which systems exist is not told. */
        List<Finding> findings() {
            return List.of(Finding.error(
                    ErrorCode.CREDENTIALS_WRONG,
                    AuthenticateProvincial.SYSTEM,
                    "xác thực không thành công (expected: X-SystemId và X-SecretKey đã đăng ký, gọi từ đúng nơi)"));
        }
    }

    /** The caller, or the address it calls from, has had its share for now. */
    record TooMany(LimitCalls.Limited limited) implements ProvincialCall {}
}
