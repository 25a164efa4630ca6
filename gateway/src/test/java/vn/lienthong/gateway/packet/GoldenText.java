package vn.lienthong.gateway.packet;

import java.lang.reflect.RecordComponent;
import java.util.List;

/** Renders a message as lines a person can compare with the XML: one line per field that says something. */
final class GoldenText {

    private final StringBuilder text = new StringBuilder();

    private GoldenText() {}

    static String of(Message message) {
        GoldenText golden = new GoldenText();
        golden.put("", message.getClass().getSimpleName(), message);
        return golden.text.toString();
    }

    private void put(String indent, String name, Object value) {
        switch (value) {
            case String string -> line(indent, name, string);
            case Enum<?> constant -> line(indent, name, constant.name());
            case Boolean flag -> line(indent, name, flag.toString());
            case AttachmentContent content ->
                line(indent, name, content.digest().hex() + " " + content.length() + " bytes");
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    put(indent, name + "[" + (i + 1) + "]", list.get(i));
                }
            }
            case Record inner -> {
                text.append(indent).append(name).append('\n');
                for (RecordComponent component : inner.getClass().getRecordComponents()) {
                    put(indent + "  ", component.getName(), component(inner, component));
                }
            }
            default -> throw new AssertionError(name + ": " + value.getClass());
        }
    }

    private void line(String indent, String name, String value) {
        if (!value.isEmpty()) {
            text.append(indent).append(name).append(": ").append(value).append('\n');
        }
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }
}
