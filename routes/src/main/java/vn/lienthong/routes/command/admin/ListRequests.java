package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.routes.platform.Administration;

/** {@code admin requests list}: what systems asked for and nobody has decided, oldest first; or what was decided. */
@Command(
        name = "list",
        description = "Liệt kê các yêu cầu chưa quyết định, cũ nhất trước; hoặc đã quyết định, mới nhất trước.",
        mixinStandardHelpOptions = true)
final class ListRequests extends AdminTask {
    private static final int MOST = 500;
    private static final int LONGEST_BODY = 500;

    @Option(names = "--decided", description = "liệt kê các yêu cầu đã quyết định")
    private boolean decided;

    @Override
    void run(Administration record, PrintWriter out) {
        RegistrationRequests requests = record.registrationRequests();
        List<RegistrationRequests.Request> listed = decided ? requests.decided(MOST) : requests.open(MOST);
        if (listed.isEmpty()) {
            out.println(decided ? "chưa có yêu cầu nào được quyết định" : "không có yêu cầu nào đang chờ");
        }
        for (RegistrationRequests.Request request : listed) {
            out.println(request.id() + " | " + Times.text(request.at()) + " | " + request.systemId() + " | "
                    + request.operation() + " | " + oneLine(request.body())
                    + request.decision().map(ListRequests::text).orElse(""));
        }
    }

    private static String text(RegistrationRequests.Decision decision) {
        OptionalLong version = decision.directoryVersion();
        String outcome = version.isPresent() ? "DUYỆT, danh mục phiên bản " + version.getAsLong() : "TỪ CHỐI";
        return " | " + outcome + " | " + Times.text(decision.at()) + " | " + decision.actor() + " | "
                + decision.reason();
    }

    // Written by a stranger: control characters would drive the terminal it is shown on.
    private static String oneLine(String body) {
        String plain = body.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST_BODY ? plain : plain.substring(0, LONGEST_BODY) + "…";
    }
}
