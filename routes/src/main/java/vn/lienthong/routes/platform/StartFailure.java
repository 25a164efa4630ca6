package vn.lienthong.routes.platform;

import java.sql.SQLException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

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
                                + " lienthong.console.port / lienthong.axis.port / lienthong.services.port",
                        failure);
            }
            if (cause instanceof SQLException database && isUnreachable(database)) {
                return new StartRefused(
                        "cơ sở dữ liệu: " + firstLine(database)
                                + " (kiểm tra lienthong.database.url, user, password và rằng PostgreSQL đang chạy)",
                        failure);
            }
            if (cause instanceof MarkedYAMLException yaml) {
                return new StartRefused(
                        "lienthong.yaml, dòng " + (yaml.getProblemMark().getLine() + 1) + ": " + yaml.getProblem()
                                + " (expected: YAML, thụt dòng bằng dấu cách)",
                        failure);
            }
        }
        return failure;
    }

    /** Nobody there, not let in, or no such database; anything else a database says is a fault of ours. */
    private static boolean isUnreachable(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
