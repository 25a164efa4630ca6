package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that an agency's system left.
 *
 * @param attributes of itself: a symbolic link is not followed
 */
record FoundFile(Path path, BasicFileAttributes attributes) {

    /** More names than this are not looked at in one look; what was looked at is moved away. */
    private static final int MOST_NAMES = 10_000;

    private static final int MOST_UNFINISHED = 1_000;

    /** In a folder of the usual file systems. */
    private static final int LONGEST_NAME_BYTES = 255;

    /** Endings under which programs write what is not finished. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".partial", ".filepart", ".lock", "~");

    /**
     * Begins the name of what we have taken to us; before the name it had stand 16 digits that nobody else uses: since when it is
     * ours, in milliseconds, and a random number.
     */
    private static final String OURS = ".dang-doc-";

    /** The others of 64 hold milliseconds until the year 2527. */
    private static final int RANDOM_BITS = 20;

    private static final Pattern OUR_NAME =
            Pattern.compile(Pattern.quote(OURS) + "(?<since>[0-9a-f]{16})-(?<name>.+)", Pattern.DOTALL);

    private static final Comparator<FoundFile> OLDEST_FIRST = Comparator.comparing(
                    (FoundFile file) -> file.attributes().lastModifiedTime())
            .thenComparing(FoundFile::path);

    /** What is not hidden, not a folder, and not called unfinished; and what was taken to us and not brought to its end. */
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

    /** What has this name now, and is no folder. */
    static Optional<FoundFile> at(Path path) throws IOException {
        if (path.getFileName().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
            return Optional.empty(); // To ask for what no folder can hold is a fault.
        }
        List<FoundFile> found = new ArrayList<>();
        add(path, found);
        return found.stream().findFirst();
    }

    /** Names, without a leading dot, of what somebody still writes; not those of ours. */
    static List<String> unfinished(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, name -> !isFinished(name))) {
            for (Path one : all) {
                String name = one.getFileName().toString();
                if (!name.startsWith(WholeFile.UNFINISHED)) {
                    names.add(name.startsWith(".") ? name.substring(1) : name);
                }
                if (names.size() == MOST_UNFINISHED) {
                    break;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private static boolean isFinished(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (OUR_NAME.matcher(name).matches()) {
            return true;
        }
        return !name.startsWith(".") && !isUnfinished(name);
    }

    /** Whether programs call so what they still write. */
    static boolean isUnfinished(String name) {
        return UNFINISHED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** Whether we have taken it to us. */
    boolean isOurs() {
        return isOurs(path);
    }

    static boolean isOurs(Path path) {
        return OUR_NAME.matcher(path.getFileName().toString()).matches();
    }

    /** A name that nobody else uses, for what had this one. */
    static String ours(String name, Instant now) {
        long random = ThreadLocalRandom.current().nextLong(1L << RANDOM_BITS);
        String digits = HexFormat.of().toHexDigits(now.toEpochMilli() << RANDOM_BITS | random);
        return OURS + digits + "-" + FileNames.shortened(name);
    }

    /** Since when it is ours, the same however often it is looked at. */
    Instant oursSince() {
        Matcher ours = OUR_NAME.matcher(path.getFileName().toString());
        if (!ours.matches()) {
            throw new IllegalStateException(path + ": expected a name of ours");
        }
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(ours.group("since")) >>> RANDOM_BITS);
    }

    /** The name that the agency's system gave it. */
    String name() {
        String name = path.getFileName().toString();
        Matcher ours = OUR_NAME.matcher(name);
        return ours.matches() ? ours.group("name") : name;
    }

    /**
     * Gives it a name of ours, so that what the agency's system puts next under the old one is another file, whatever becomes
     * of this one. Empty when it is gone, or is no longer what was found: then it waits under our name until it has settled.
     */
    Optional<FoundFile> toUs(Instant now) throws IOException {
        try {
            Path ours = path;
            if (!isOurs()) {
                ours = path.resolveSibling(ours(name(), now));
                Files.move(path, ours, StandardCopyOption.ATOMIC_MOVE);
            }
            FoundFile taken = new FoundFile(ours, attributes);
            return taken.isUnchanged() ? Optional.of(taken) : Optional.empty();
        } catch (NoSuchFileException takenBack) {
            return Optional.empty();
        }
    }

    /** Whether it is still as it was found. */
    boolean isUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return now.size() == attributes.size()
                && now.lastModifiedTime().equals(attributes.lastModifiedTime())
                && now.isRegularFile() == attributes.isRegularFile();
    }
}
