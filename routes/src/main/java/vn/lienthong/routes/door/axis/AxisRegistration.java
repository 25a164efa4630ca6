package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import vn.lienthong.gateway.access.RegistrationRequests;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * {@code registerAgency} and {@code deleteAgency}: their bodies are not covered by the code in the headers, so nothing
 * follows from them but a request that a registrar looks at.
 */
final class AxisRegistration {

    private static final int LONGEST_BODY_BYTES = 64 * 1024;

    private final RegistrationRequests requests;
    private final Clock clock;

    AxisRegistration(RegistrationRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Files the request and says so, or says what is wrong with the call. */
    List<Finding> file(String operation, AxisCall.Known call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY_BYTES + 1);
        if (body.length > LONGEST_BODY_BYTES) {
            String text = "body: hơn " + LONGEST_BODY_BYTES + " byte (expected: thông tin một cơ quan)";
            return List.of(Finding.error(ErrorCode.TOO_LARGE, "body", text));
        }
        String signed = call.parameter("AgencyCode")
                .map(code -> "AgencyCode=" + code + " ")
                .orElse("");
        String content = signed + new String(body, StandardCharsets.UTF_8).replace('\0', '?');
        requests.add(new RegistrationRequests.Request(
                0, clock.instant(), call.caller().systemId(), operation, content));
        AxisAnswers.ok(response, json -> json.writeStringProperty("data", "Đã ghi nhận, chờ quản trị danh mục duyệt"));
        return List.of();
    }
}
