package vn.lienthong.routes.door.rest;

import java.util.List;
import java.util.Locale;
import vn.lienthong.gateway.finding.ErrorCode;

/** What a body says it is. */
final class ContentTypes {

    private static final List<String> PACKET = List.of("application/xml", "text/xml", "application/octet-stream");

    private ContentTypes() {}

    static boolean isPacket(String contentType) {
        return PACKET.stream().anyMatch(type -> isOf(contentType, type));
    }

    static boolean isJson(String contentType) {
        return isOf(contentType, "application/json");
    }

    private static boolean isOf(String contentType, String type) {
        String lower = contentType.toLowerCase(Locale.ROOT).strip();
        return lower.equals(type) || lower.startsWith(type + ";") || lower.startsWith(type + " ");
    }

    static RestAnswer refused(String contentType, String expected) {
        return RestAnswer.refused(
                ErrorCode.PARAMETER_MALFORMED,
                "Content-Type",
                "Content-Type: " + contentType + " (expected: " + expected + ")");
    }
}
