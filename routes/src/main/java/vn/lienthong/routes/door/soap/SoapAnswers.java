package vn.lienthong.routes.door.soap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.gateway.finding.Finding;

/** Answers that the engine has no part in. */
final class SoapAnswers {

    private SoapAnswers() {}

    /** As the bindings have it: SOAP 1.1 §6.2 knows 500 alone, SOAP 1.2 part 2 table 20 tells whose fault it is. */
    static void fault(HttpServletResponse response, SoapVersion version, List<Finding> findings) throws IOException {
        boolean theirs = version == SoapVersion.SOAP_12 && !FaultText.isOurs(findings);
        fault(
                response,
                theirs ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                version,
                findings);
    }

    /** For who is not let in. */
    static void notLetIn(HttpServletResponse response, SoapVersion version, List<Finding> findings) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"lienthong\"");
        fault(response, HttpServletResponse.SC_UNAUTHORIZED, version, findings);
    }

    private static void fault(HttpServletResponse response, int status, SoapVersion version, List<Finding> findings)
            throws IOException {
        xml(response, status, version.mediaType(), FaultText.of(version, findings));
    }

    /** Of known length, so that it is whole for the caller even where the connection ends with it. */
    static void xml(HttpServletResponse response, int status, String mediaType, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(mediaType + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
