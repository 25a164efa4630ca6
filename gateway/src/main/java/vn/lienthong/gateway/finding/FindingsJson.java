package vn.lienthong.gateway.finding;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Findings as they lie in the record: {@code [{"code":…,"severity":…,"where":…,"text":…}]}. */
public final class FindingsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Stored>> LIST = new TypeReference<>() {};

    private FindingsJson() {}

    private record Stored(String code, String severity, String where, String text) {}

    public static String write(List<Finding> findings) {
        return MAPPER.writeValueAsString(findings.stream()
                .map(f -> new Stored(f.code().name(), f.severity().name(), f.where(), f.text()))
                .toList());
    }

    public static List<Finding> read(String json) {
        return MAPPER.readValue(json, LIST).stream()
                .map(s -> new Finding(ErrorCode.valueOf(s.code), Severity.valueOf(s.severity), s.where, s.text))
                .toList();
    }
}
