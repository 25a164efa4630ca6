package vn.lienthong.routes.door.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.routes.door.DeskText;

/** Answers as the signing program reads them: {@code Status}, {@code Message}, {@code FileName}, {@code FileServer}. */
@Component
final class DeskAnswer {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The program shows what it is told in its own window, which is in Vietnamese. */
    private static final Locale VIETNAMESE = Locale.of("vi");

    private final MessageSource messages;

    DeskAnswer(MessageSource messages) {
        this.messages = messages;
    }

    void of(HandOff outcome, HttpServletResponse response) throws IOException {
        boolean taken = outcome.state() == HandOffState.RETURNED;
        String message = taken ? "" : text(DeskText.of(outcome, outcome.state()));
        write(response, HttpServletResponse.SC_OK, taken, message, taken ? outcome.name() : "");
    }

    void nowhere(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_NOT_FOUND, false, text("desk.nowhere"), "");
    }

    void tooMany(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "60");
        write(response, 429, false, text("desk.too-many"), "");
    }

    void fault(HttpServletResponse response) throws IOException {
        write(
                response,
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                false,
                text("desk.refused." + DeskRefusal.FAULT),
                "");
    }

    private String text(String key) {
        return messages.getMessage(key, null, VIETNAMESE);
    }

    private static void write(HttpServletResponse response, int status, boolean good, String message, String name)
            throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Status", good);
        fields.put("Message", message);
        fields.put("FileName", name);
        fields.put("FileServer", name);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(MAPPER.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8));
    }
}
