package vn.lienthong.routes.door.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.cxf.interceptor.Fault;
import vn.lienthong.gateway.finding.ErrorCode;

/** Whose fault it was that the engine gave up, told without a word of the engine's own. */
final class EngineFault {

    private EngineFault() {}

    /**
     * What an operation refused, or what is wrong with the message.
     *
     * @param reached whether the operation was begun: before, it is the message that does not fit
     * @throws RuntimeException for a fault of ours
     * @throws IOException when the answer did not reach the caller
     */
    static SoapRefusal refusal(Exception thrown, boolean reached) throws IOException {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SoapRefusal refusal) {
                return refusal;
            }
        }
        if (!reached && thrown instanceof Fault) {
            return SoapRefusal.of(
                    ErrorCode.PARAMETER_MALFORMED,
                    "soap:Body",
                    "soap:Body: không đọc được (expected: phần tử và kiểu dữ liệu như WSDL)");
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException) {
                throw new IllegalStateException("operation failed", thrown);
            }
            if (cause instanceof IOException gone) {
                throw gone;
            }
        }
        throw new IllegalStateException("operation failed", thrown);
    }
}
