package vn.lienthong.routes.command.admin;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Right;

/** Which system, agency and right a command about a mandate speaks of. */
final class MandateTerms {
    private static final String DEFAULT_ROUTE = "*";

    @Parameters(index = "0", paramLabel = "HỆ_THỐNG", description = "systemid của hệ thống")
    private String systemId = "";

    @Parameters(
            index = "1",
            paramLabel = "MÃ_CƠ_QUAN",
            description = "mã định danh của cơ quan; với end còn có thể là * (tuyến mặc định của một cổng láng giềng)")
    private String code = "";

    @Parameters(
            index = "2",
            paramLabel = "QUYỀN",
            description = "send, collect, status, transit, hoặc seal (để hệ thống nhờ đóng dấu cơ quan)")
    private String rightName = "";

    String systemId() {
        return systemId;
    }

    /** Whether the mandate for everybody beyond is meant, which has no code. */
    boolean isDefaultRoute() {
        return code.equals(DEFAULT_ROUTE);
    }

    String code() {
        return code;
    }

    /** @throws CommandRefused when there is no such right */
    Right right() {
        return Arrays.stream(Right.values())
                .filter(right -> right.name().equals(rightName.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CommandRefused(
                        "quyền: " + rightName + " (expected: send, collect, status, transit hoặc seal)"));
    }
}
