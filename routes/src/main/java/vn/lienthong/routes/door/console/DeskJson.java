package vn.lienthong.routes.door.console;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.gateway.desk.OpenHandOff;
import vn.lienthong.gateway.finding.ErrorCatalogue;
import vn.lienthong.routes.door.DeskPaths;
import vn.lienthong.routes.door.DeskText;

/** What the page's script is told of a hand-off. */
@Component
final class DeskJson {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final MessageSource messages;

    DeskJson(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * How the signing program is asked, and where the script looks how it stands.
     *
     * @param paper number and day that the program may show, where there are any
     */
    ResponseEntity<byte[]> opened(OpenHandOff.Opened opened, Optional<DeskPaper> paper) {
        HandOff handOff = opened.handOff();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("function", handOff.purpose().function());
        answer.put("fetch", DeskPaths.fetch(opened.fetch()));
        answer.put("giveBack", DeskPaths.giveBack(opened.giveBack()));
        answer.put("state", "/desk/" + handOff.id());
        answer.put("number", paper.map(DeskPaper::number).orElse(""));
        answer.put("day", paper.flatMap(DeskPaper::day).map(DAY::format).orElse(""));
        return json(HttpStatus.OK, answer);
    }

    /** Nothing was opened. */
    ResponseEntity<byte[]> refused(String text) {
        return json(HttpStatus.CONFLICT, Map.of("text", text(text)));
    }

    /** Nothing was opened, for what would hinder a seal that is put on here too. */
    ResponseEntity<byte[]> refused(Hindrance why) {
        List<String> reasons = why.reasons().stream()
                .map(ErrorCatalogue.Explained::code)
                .map(code -> code.vietnamese())
                .toList();
        String text = text(why.text()) + (reasons.isEmpty() ? "" : " " + String.join("; ", reasons) + ".");
        return json(HttpStatus.CONFLICT, Map.of("text", text));
    }

    /** How it stands; said only where it is over, with what to do. */
    ResponseEntity<byte[]> state(HandOff handOff, HandOffState state) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("state", state.name());
        if (state.isOver() && state != HandOffState.RETURNED) {
            answer.put("text", text(DeskText.of(handOff, state)));
        }
        boolean detailed = state == HandOffState.REFUSED && !DeskText.saysAll(handOff);
        answer.put("detail", detailed ? handOff.detail() : "");
        return json(HttpStatus.OK, answer);
    }

    /** Whatever a browser says it would rather have. */
    private static ResponseEntity<byte[]> json(HttpStatus status, Map<String, Object> answer) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(MAPPER.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
