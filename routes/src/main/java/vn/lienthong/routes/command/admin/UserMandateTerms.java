package vn.lienthong.routes.command.admin;

import java.util.Locale;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Right;

/** Which person, agency and right a command about a clerk's mandate speaks of. Nobody carries for others: no transit. */
final class UserMandateTerms {
    @Parameters(index = "0", paramLabel = "TÀI_KHOẢN", description = "tên đăng nhập của văn thư")
    private String username = "";

    @Parameters(index = "1", paramLabel = "MÃ_CƠ_QUAN", description = "mã định danh của cơ quan")
    private String code = "";

    @Parameters(
            index = "2",
            paramLabel = "QUYỀN",
            description =
                    "collect (nhận văn bản đến), send (gửi văn bản đi), status (trả trạng thái), seal (đóng dấu cơ quan,"
                            + " dấu đến) hoặc sign (lãnh đạo ký)")
    private String rightName = "";

    String username() {
        return username;
    }

    String code() {
        return code;
    }

    /** @throws CommandRefused when there is no such right for a person */
    Right right() {
        return switch (rightName.toLowerCase(Locale.ROOT)) {
            case "collect" -> Right.COLLECT;
            case "send" -> Right.SEND;
            case "status" -> Right.STATUS;
            case "seal" -> Right.SEAL;
            case "sign" -> Right.SIGN;
            default ->
                throw new CommandRefused("quyền: " + rightName + " (expected: collect, send, status, seal hoặc sign)");
        };
    }
}
