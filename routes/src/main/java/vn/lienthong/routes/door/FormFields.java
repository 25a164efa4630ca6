package vn.lienthong.routes.door;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The short texts of a form that a caller may send beside a file. Those that nobody asks for are passed over. */
public final class FormFields {

    private static final int LONGEST_BYTES = 64 * 1024;

    private final Set<String> wanted;
    private final Map<String, Field> found = new LinkedHashMap<>();
    private boolean repeated;

    public FormFields(String... wanted) {
        this.wanted = Set.of(wanted);
    }

    /** Without white space around it; empty where there is none, or nothing in it. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(found.get(name))
                .map(field -> field.toString(StandardCharsets.UTF_8).strip())
                .filter(text -> !text.isEmpty());
    }

    /** Whether they are what the caller meant: each once, none cut. Two readers of others would take different ones. */
    public boolean areSound() {
        return !repeated && found.values().stream().noneMatch(field -> field.cut);
    }

    /** Where the text of a part goes that is one of them. */
    Optional<OutputStream> place(PartHead head) {
        if (!wanted.contains(head.name()) || head.fileName().isPresent()) {
            return Optional.empty();
        }
        Field field = new Field();
        repeated |= found.putIfAbsent(head.name(), field) != null;
        return Optional.of(field);
    }

    /** Keeps the beginning. */
    private static final class Field extends ByteArrayOutputStream {

        private boolean cut;

        @Override
        public synchronized void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            int kept = Math.min(length, LONGEST_BYTES - size());
            cut |= kept < length;
            super.write(bytes, offset, kept);
        }
    }
}
