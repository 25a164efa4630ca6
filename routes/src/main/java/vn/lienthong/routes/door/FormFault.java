package vn.lienthong.routes.door;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/**
 * What is wrong with a form, in the words of whoever fills it in.
 *
 * @param where path of the member, or {@code line:column} of what is no JSON
 * @param found what stands there
 * @param expected what should
 */
record FormFault(String where, String found, String expected) {

    static final String OBJECT = "một đối tượng JSON {…}";
    static final String LIST = "một danh sách […]";
    static final String TEXT = "chữ trong dấu ngoặc kép";

    private static final int SHOWN_CHARS = 80;

    static FormFault at(String where, String found, String expected) {
        return new FormFault(where, found, expected);
    }

    static FormFault of(JacksonException e) {
        String path = path(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(path, unknown);
        }
        if (e instanceof InvalidFormatException value) {
            return new FormFault(path, String.valueOf(value.getValue()), expected(value.getTargetType()));
        }
        if (e instanceof MismatchedInputException shape && (!path.isEmpty() || shape.getCurrentToken() != null)) {
            return new FormFault(path, token(shape.getCurrentToken()), expected(shape.getTargetType()));
        }
        return syntax(path, e);
    }

    Finding finding(String name) {
        String last = where.isEmpty() ? name : where;
        return Finding.error(
                ErrorCode.PARAMETER_MALFORMED,
                where.isEmpty() ? name : name + "." + where,
                last + ": " + (found.isEmpty() ? "không đọc được" : shown(found)) + " (expected: " + expected + ")");
    }

    private static FormFault unknown(String path, UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        List<String> names = known == null
                ? List.of()
                : known.stream().map(String::valueOf).sorted().toList();
        return new FormFault(path, "không có trường này", NearestName.expected(e.getPropertyName(), names));
    }

    private static FormFault syntax(String path, JacksonException e) {
        if (e.getLocation() == null || e.getLocation().getLineNr() < 1) {
            return new FormFault(path, "", OBJECT + " như /api/v1/openapi.json mô tả");
        }
        String place = e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
        return new FormFault(
                path.isEmpty() ? place : path,
                twice ? "trường có hai lần" : "không phải JSON, ở dòng:cột " + place,
                twice ? "mỗi trường một lần" : OBJECT + " bằng UTF-8");
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "như /api/v1/openapi.json mô tả";
        }
        if (type == LocalDate.class) {
            return FormDate.FORM;
        }
        if (type.isEnum()) {
            return "một trong: "
                    + Stream.of(type.getEnumConstants()).map(FormJson::word).collect(Collectors.joining(", "));
        }
        if (type.isRecord()) {
            return "đối tượng {…} với các trường "
                    + Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.joining(", "));
        }
        if (Number.class.isAssignableFrom(type)) {
            return "một số nguyên, không trong dấu ngoặc kép";
        }
        return Collection.class.isAssignableFrom(type) ? LIST : TEXT;
    }

    private static String token(@Nullable JsonToken token) {
        if (token == null) {
            return "";
        }
        return switch (token) {
            case START_OBJECT, PROPERTY_NAME, END_OBJECT -> "một đối tượng {…}";
            case START_ARRAY, END_ARRAY -> LIST;
            case VALUE_STRING -> TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "một số";
            case VALUE_TRUE, VALUE_FALSE -> "true hoặc false";
            case VALUE_NULL -> "null";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "";
        };
    }

    /** Of bounded length and without control characters. */
    static String shown(String text) {
        String plain = text.codePoints()
                .limit(SHOWN_CHARS)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > SHOWN_CHARS ? plain + "…" : plain;
    }
}
