package vn.lienthong.gateway.dossier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The facts of an entry, in the order they were given, as JSON text. */
public final class Facts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Facts() {}

    public static Facts none() {
        return new Facts();
    }

    public static Facts with(String name, Object value) {
        return new Facts().and(name, value);
    }

    /** Adds a fact: numbers, booleans, lists and maps keep their kind, the rest is text. */
    public Facts and(String name, Object value) {
        facts.put(
                name,
                switch (value) {
                    case Number number -> number;
                    case Boolean flag -> flag;
                    case Iterable<?> list -> list;
                    case Map<?, ?> map -> map;
                    default -> value.toString();
                });
        return this;
    }

    /** The facts themselves, to be a part of others. */
    public Map<String, Object> map() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public String json() {
        return MAPPER.writeValueAsString(facts);
    }
}
