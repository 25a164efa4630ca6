package vn.lienthong.routes.door.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an agency's system left: a packet; a description in JSON with the files that it lists, or, where it lists none, those
 * called like it ({@code cv-12.pdf} of {@code cv-12.json}); or a file whose description is not there.
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
     * @param lists whether it says which files are its own
     * @param incomplete whether one that it must have is not there, or may still be written
     */
    record Form(String name, FoundFile description, List<FoundFile> described, boolean lists, boolean incomplete)
            implements Left {
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

    /** Endings of what is sent inside a packet, and is none; a {@code .edxml} is taken by itself, whatever lies beside it. */
    Set<String> INSIDE = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "jpg", "jpeg", "png", "tif",
            "tiff", "zip", "rar", "7z");

    /** The name without its ending, of a description; what was taken to us as a packet before is no description. */
    static Optional<String> described(FoundFile file) {
        String name = file.name();
        boolean describes = name.toLowerCase(Locale.ROOT).endsWith(DESCRIPTION)
                && name.length() > DESCRIPTION.length()
                && file.attributes().isRegularFile()
                && !file.isOurs();
        return describes ? Optional.of(name.substring(0, name.length() - DESCRIPTION.length())) : Optional.empty();
    }

    /** The name without its ending, of what is sent inside a packet. */
    static Optional<String> inside(FoundFile file) {
        String name = file.name();
        int dot = name.lastIndexOf('.');
        boolean inside = dot > 0
                && !file.isOurs()
                && INSIDE.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return inside ? Optional.of(name.substring(0, dot)) : Optional.empty();
    }
}
