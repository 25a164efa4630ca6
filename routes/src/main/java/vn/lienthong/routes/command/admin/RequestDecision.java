package vn.lienthong.routes.command.admin;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.RegistrationRequests;

/** Which request is decided, by whom and why. */
final class RequestDecision {
    private static final int LONGEST = 1_000;

    @Parameters(index = "0", paramLabel = "SỐ", description = "số của yêu cầu, như admin requests list in ra")
    private long id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "LÝ_DO",
            description = "căn cứ, ghi lại cùng quyết định; bắt buộc")
    private String reason = "";

    long id() {
        return id;
    }

    /** @throws CommandRefused when nothing was said */
    String reason() {
        String said = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        if (said.isEmpty()) {
            throw new CommandRefused("--reason: trống (expected: căn cứ của quyết định)");
        }
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
    }

    /** Whoever sits at the machine: a command has no login of the console's. */
    String actor() {
        return Actor.here();
    }

    /** @throws CommandRefused when there is no such request, or it is decided */
    RegistrationRequests.Request open(RegistrationRequests requests) {
        RegistrationRequests.Request request = requests.find(id)
                .orElseThrow(() -> new CommandRefused(
                        "yêu cầu " + id + ": không có (expected: một số trong admin requests list)"));
        if (request.decision().isPresent()) {
            throw tooLate();
        }
        return request;
    }

    CommandRefused tooLate() {
        return new CommandRefused("yêu cầu " + id + " đã được quyết định (xem: admin requests list --decided)");
    }
}
