package vn.lienthong.routes.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A day in a form: {@code 2026-11-26} as ISO 8601 writes it, or {@code 2026/11/26} as packets do (QCVN 102). A moment is no day:
 * late in the evening, UTC, it is the next day in Việt Nam already.
 */
final class FormDate extends StdDeserializer<LocalDate> {

    static final String FORM = "ngày có thật, viết yyyy-MM-dd hoặc yyyy/MM/dd, ví dụ 2026-11-26";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{4}/\\d{2}/\\d{2}");

    FormDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        String text = parser.getString().strip();
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text.replace('/', '-'));
            }
        } catch (DateTimeException noSuchDay) {
            // Told below, as any other text that is no day.
        }
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
}
