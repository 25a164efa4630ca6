package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of ours that a description and its files are brought into, the description last: where it is, all of them are. What
 * the agency's system puts next under their names is something else.
 */
final class FormFolder {

    private FormFolder() {}

    /** Brings them in; empty when one is gone, or is no longer what was found. */
    static Optional<FoundFile> of(FolderPlace place, Path out, Left.Form form, Instant now) throws IOException {
        Path ours = out.resolve(FoundFile.ours(form.name(), now));
        Files.createDirectory(ours);
        try {
            if (SharedGroup.shares(place.root())) {
                SharedGroup.letWork(ours);
            }
            for (FoundFile file : form.files()) {
                Path inside = ours.resolve(file.name());
                Files.move(file.path(), inside, StandardCopyOption.ATOMIC_MOVE);
                if (!new FoundFile(inside, file.attributes()).isUnchanged()) {
                    giveBack(ours);
                    return Optional.empty();
                }
            }
        } catch (NoSuchFileException takenBack) {
            giveBack(ours);
            return Optional.empty();
        } catch (IOException e) {
            // Such as a file that a program on the share holds open: together they wait, not in halves.
            try {
                giveBack(ours);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
        return Optional.of(found(ours));
    }

    /** No lease of a look lasts so long; a description, which still lies outside, waits longer for its files. */
    private static final Duration BROKEN_OFF = Duration.ofMinutes(5);

    /**
     * What a process that went down left.
     *
     * @param whole with their description
     * @param replaced without, and under their names lies something else by now
     */
    record Broken(List<FoundFile> whole, List<FoundFile> replaced) {}

    /** Those that are whole; those that are not, and are old, are given back as far as their names are free. */
    static Broken left(Path out, Instant now) throws IOException {
        List<FoundFile> whole = new ArrayList<>();
        List<FoundFile> replaced = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(out, FormFolder::isOurs)) {
            for (Path ours : all) {
                if (description(ours).isPresent()) {
                    whole.add(found(ours));
                } else if (Files.getLastModifiedTime(ours, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(now.minus(BROKEN_OFF))) {
                    if (!giveBack(ours)) {
                        replaced.add(found(ours));
                    }
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException settledMeanwhile) {
            // By another node: what is left is seen at the next look.
        }
        return new Broken(whole, replaced);
    }

    private static boolean isOurs(Path path) {
        return FoundFile.isOurs(path) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static FoundFile found(Path ours) throws IOException {
        return new FoundFile(ours, Files.readAttributes(ours, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    /** What lies in it, by name. */
    static List<FoundFile> files(Path ours) throws IOException {
        List<FoundFile> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(ours)) {
            for (Path one : all) {
                files.add(found(one));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(FoundFile::path));
        return files;
    }

    static Optional<FoundFile> description(Path ours) throws IOException {
        return files(ours).stream().filter(FormFolder::isDescription).findFirst();
    }

    static boolean isDescription(FoundFile file) {
        return file.path().getFileName().toString().toLowerCase(Locale.ROOT).endsWith(Left.DESCRIPTION);
    }

    /** Where the system has put another file under the name by now, that one counts; ours stays in the folder. */
    private static boolean giveBack(Path ours) throws IOException {
        boolean empty = true;
        for (FoundFile file : files(ours)) {
            Path before = ours.resolveSibling(file.path().getFileName());
            if (!PutBack.to(before, file.path())) {
                empty = false;
            }
        }
        if (empty) {
            Files.deleteIfExists(ours);
        }
        return empty;
    }
}
