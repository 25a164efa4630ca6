package vn.lienthong.routes.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.gateway.finding.Finding;

/** Forms in JSON, read strictly, so that a misspelt member is told and not passed over. */
public final class FormJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new FormDate()))
            .build();

    private FormJson() {}

    /**
     * Reads a form.
     *
     * @throws Unreadable saying where
     */
    public static <T> T read(byte[] json, Class<T> form) throws Unreadable {
        try {
            T read = MAPPER.readValue(json, form);
            if (read == null) {
                throw new Unreadable(FormFault.at("", "null", FormFault.OBJECT));
            }
            return read;
        } catch (JacksonException e) {
            throw new Unreadable(FormFault.of(e));
        }
    }

    /** A form, and a list of texts that stands beside its members. */
    public record WithTexts<T>(T form, Optional<List<String>> texts) {}

    /**
     * Reads a form that has one member more, a list of texts.
     *
     * @throws Unreadable saying where
     */
    public static <T> WithTexts<T> read(byte[] json, String member, Class<T> form) throws Unreadable {
        try {
            if (!(MAPPER.readTree(json) instanceof ObjectNode object)) {
                throw new Unreadable(FormFault.at("", "", FormFault.OBJECT));
            }
            JsonNode beside = object.remove(member);
            Optional<List<String>> texts =
                    beside == null || beside.isNull() ? Optional.empty() : Optional.of(texts(member, beside));
            return new WithTexts<>(MAPPER.treeToValue(object, form), texts);
        } catch (JacksonException e) {
            throw new Unreadable(FormFault.of(e));
        }
    }

    /** How a form writes a word of a list. */
    static String word(Object constant) {
        return MAPPER.convertValue(constant, String.class);
    }

    private static List<String> texts(String member, JsonNode list) throws Unreadable {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : list) {
            if (!one.isString()) {
                throw new Unreadable(FormFault.at(member + "[" + texts.size() + "]", one.toString(), FormFault.TEXT));
            }
            texts.add(one.stringValue());
        }
        if (!list.isArray()) {
            throw new Unreadable(FormFault.at(member, list.toString(), FormFault.LIST));
        }
        return texts;
    }

    /** Not the JSON that was expected; what stood where, and what should. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient FormFault fault;

        Unreadable(FormFault fault) {
            super(fault.where());
            this.fault = fault;
        }

        /** For the caller, of what came under this name. */
        public Finding finding(String name) {
            return fault.finding(name);
        }
    }
}
