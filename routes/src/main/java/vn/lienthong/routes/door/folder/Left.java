package vn.lienthong.routes.door.folder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * What an agency's system left: a packet; a description in JSON with the files that it describes, which are called like it; or
 * a file whose description is not there. {@code cv-12.json} describes {@code cv-12.pdf} and {@code cv-12.phu-luc.xlsx}.
 */
sealed interface Left {

    /** All of it. */
    List<FoundFile> files();

    record PacketFile(FoundFile file) implements Left {
        @Override
        public List<FoundFile> files() {
            return List.of(file);
        }
    }

    /**
     * A description with its files.
     *
     * @param name without its ending
     */
    record Form(String name, FoundFile description, List<FoundFile> described) implements Left {
        public Form {
            described = List.copyOf(described);
        }

        @Override
        public List<FoundFile> files() {
            List<FoundFile> all = new ArrayList<>(described);
            all.add(description);
            return all;
        }
    }

    record Undescribed(FoundFile file) implements Left {
        @Override
        public List<FoundFile> files() {
            return List.of(file);
        }
    }

    String DESCRIPTION = ".json";

    /** Endings of what is sent inside a packet, and is none. */
    Set<String> INSIDE = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "jpg", "jpeg", "png", "tif",
            "tiff", "zip", "rar", "7z");

    /** In the order in which they were found; a description has the place of the first of its files. */
    static List<Left> among(List<FoundFile> found, MessageKind kind) {
        Map<String, Form> forms = new HashMap<>();
        for (FoundFile file : found) {
            stem(file).ifPresent(stem -> forms.put(stem, new Form(stem, file, List.of())));
        }
        List<Left> left = new ArrayList<>();
        for (FoundFile file : found) {
            Optional<String> described =
                    kind == MessageKind.STATUS || stem(file).isPresent() || file.isOurs()
                            ? Optional.empty()
                            : describing(file.name(), forms.keySet());
            described.ifPresentOrElse(stem -> forms.computeIfPresent(stem, (key, form) -> with(form, file)), () -> {
                if (stem(file).isEmpty()) {
                    left.add(isInside(file) ? new Undescribed(file) : new PacketFile(file));
                }
            });
        }
        left.addAll(forms.values());
        left.sort(Comparator.comparing(
                        (Left one) -> one.files().getFirst().attributes().lastModifiedTime())
                .thenComparing(one -> one.files().getFirst().path()));
        return left;
    }

    /** Of a description; what was taken to us as a packet before is no description. */
    private static Optional<String> stem(FoundFile file) {
        String name = file.name();
        boolean describes = name.toLowerCase(Locale.ROOT).endsWith(DESCRIPTION)
                && name.length() > DESCRIPTION.length()
                && file.attributes().isRegularFile()
                && !file.isOurs();
        return describes ? Optional.of(name.substring(0, name.length() - DESCRIPTION.length())) : Optional.empty();
    }

    /** Of several descriptions the one whose name is the longest. */
    private static Optional<String> describing(String name, Set<String> stems) {
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            if (stems.contains(name.substring(0, dot))) {
                return Optional.of(name.substring(0, dot));
            }
        }
        return Optional.empty();
    }

    private static Form with(Form form, FoundFile file) {
        List<FoundFile> files = new ArrayList<>(form.described());
        files.add(file);
        return new Form(form.name(), form.description(), files);
    }

    private static boolean isInside(FoundFile file) {
        String name = file.name();
        return !file.isOurs()
                && file.attributes().isRegularFile()
                && INSIDE.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
