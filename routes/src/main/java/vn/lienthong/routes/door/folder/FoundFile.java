package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A file that an agency's system left.
 *
 * @param attributes of itself: a symbolic link is not followed
 */
record FoundFile(Path path, BasicFileAttributes attributes) {

    /** More names than this are not looked at in one look; what was looked at is moved away. */
    private static final int MOST_NAMES = 10_000;

    /** Endings under which programs write what is not finished. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".partial", ".filepart", ".lock", "~");

    private static final Comparator<FoundFile> OLDEST_FIRST = Comparator.comparing(
                    (FoundFile file) -> file.attributes().lastModifiedTime())
            .thenComparing(FoundFile::path);

    /** What is not hidden, not a folder, and not called unfinished. */
    static List<FoundFile> in(Path folder) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, FoundFile::isFinished)) {
            for (Path name : names) {
                add(name, found);
                if (found.size() == MOST_NAMES) {
                    break;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(OLDEST_FIRST);
        return found;
    }

    private static void add(Path name, List<FoundFile> found) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(name, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isDirectory()) {
                found.add(new FoundFile(name, attributes));
            }
        } catch (NoSuchFileException gone) {
            // Renamed or taken back since it was listed.
        }
    }

    private static boolean isFinished(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && UNFINISHED.stream().noneMatch(name::endsWith);
    }

    String name() {
        return path.getFileName().toString();
    }

    /** Whether it is still as it was found. */
    boolean isUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return now.size() == attributes.size() && now.lastModifiedTime().equals(attributes.lastModifiedTime());
    }
}
