package vn.lienthong.routes.door.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** Problem documents (RFC 9457) that hold every finding. A type leads to the catalogue of errors. */
final class Problems {

    private static final String RETRY_AFTER_SECONDS = "10";
    private static final int TOO_MANY_REQUESTS = 429;

    private Problems() {}

    static String type(ErrorCode code) {
        return RestPaths.BASE + "/errors/" + code;
    }

    static void write(HttpServletResponse response, List<Finding> findings) throws IOException {
        write(response, RestStatus.of(findings.getFirst().code()), findings);
    }

    /** With the HTTP status that the container chose, for what is no operation at all. */
    static void write(HttpServletResponse response, int status, List<Finding> findings) throws IOException {
        Finding first = findings.getFirst();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type(first.code()));
        problem.put("title", first.code().vietnamese());
        problem.put("status", status);
        problem.put("detail", first.text());
        problem.put("findings", findings(findings));
        byte[] body = RestJson.write(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            String error = first.code() == ErrorCode.CREDENTIALS_MISSING ? "" : ", error=\"invalid_token\"";
            response.setHeader("WWW-Authenticate", "Bearer realm=\"lienthong\"" + error);
        }
        boolean later = status == HttpServletResponse.SC_SERVICE_UNAVAILABLE || status == TOO_MANY_REQUESTS;
        if (later && !response.containsHeader("Retry-After")) {
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        }
        response.setContentType("application/problem+json");
        // Of known length, so that it is whole for the caller even where the connection ends with it.
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream().map(Problems::finding).toList();
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("code", finding.code().name());
        item.put("type", type(finding.code()));
        item.put("severity", finding.severity().name());
        item.put("title", finding.code().vietnamese());
        item.put("where", finding.where());
        item.put("text", finding.text());
        return item;
    }
}
