package vn.lienthong.routes.platform;

import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what Spring throws when a start fails, the part an operator can act on. */
final class StartFailure {
    private StartFailure() {}

    static RuntimeException explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                return refused;
            }
            if (cause instanceof PortInUseException inUse) {
                return new StartRefused(
                        "cổng " + inUse.getPort() + " đang được dùng: dừng chương trình đang giữ cổng, hoặc đặt"
                                + " lienthong.console.port / lienthong.axis.port",
                        failure);
            }
        }
        return failure;
    }
}
