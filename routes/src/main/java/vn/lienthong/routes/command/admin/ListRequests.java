package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.routes.platform.Administration;

/** {@code admin requests list}: what systems asked for and nobody has decided, oldest first. */
@Command(
        name = "list",
        description = "Liệt kê các yêu cầu chưa quyết định, cũ nhất trước.",
        mixinStandardHelpOptions = true)
final class ListRequests extends AdminTask {
    private static final int MOST = 500;
    private static final int LONGEST_BODY = 500;

    @Override
    void run(Administration record, PrintWriter out) {
        List<RegistrationRequests.Request> open = record.registrationRequests().open(MOST);
        if (open.isEmpty()) {
            out.println("không có yêu cầu nào đang chờ");
        }
        for (RegistrationRequests.Request request : open) {
            out.println(request.id() + " | " + Times.text(request.at()) + " | " + request.systemId() + " | "
                    + request.operation() + " | " + oneLine(request.body()));
        }
    }

    // Written by a stranger: control characters would drive the terminal it is shown on.
    private static String oneLine(String body) {
        String plain = body.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_BODY ? plain : plain.substring(0, LONGEST_BODY) + "…";
    }
}
