package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.dossier.MessageKind;

/** How an exchange folder stands, looked at from beside a gateway: nothing in it is changed. */
public final class ExamineFolder {

    /** So many names of one part are looked at. */
    private static final int MOST_NAMES = 20_000;

    private ExamineFolder() {}

    /**
     * What was found.
     *
     * @param broken what keeps it from being used, in Vietnamese, one line each
     * @param leftBehind files of ours that nobody brought to their end
     * @param oldestWaiting since when the oldest file lies that was neither taken nor refused
     */
    public record Standing(List<String> broken, int leftBehind, Optional<Instant> oldestWaiting) {
        public Standing {
            broken = List.copyOf(broken);
        }
    }

    /** Looks at a folder with the rights of who runs this. */
    public static Standing examine(ExchangeFolder folder, Instant now) {
        FolderPlace place = FolderPlace.of(folder);
        try {
            place.check();
        } catch (IOException e) {
            return new Standing(List.of(String.valueOf(e.getMessage())), 0, Optional.empty());
        }
        List<String> broken = new ArrayList<>();
        int left = 0;
        Instant oldest = Instant.MAX;
        try {
            FileStore disk = Files.getFileStore(place.root());
            for (Path part : place.parts()) {
                broken.addAll(wrong(part, disk));
                for (Seen seen : seen(part)) {
                    boolean ours =
                            seen.name().startsWith(WholeFile.UNFINISHED) || FoundFile.isOurs(Path.of(seen.name()));
                    boolean old = seen.since().isBefore(now.minus(WholeFile.LEFT_BEHIND));
                    left += ours && old ? 1 : 0;
                    boolean waits =
                            !ours && isForUs(place, part) && !seen.name().startsWith(".") && seen.isFile();
                    oldest = waits && seen.since().isBefore(oldest) ? seen.since() : oldest;
                }
            }
        } catch (IOException e) {
            broken.add(place.root() + ": " + e.getMessage());
        }
        return new Standing(broken, left, oldest.equals(Instant.MAX) ? Optional.empty() : Optional.of(oldest));
    }

    private static List<String> wrong(Path part, FileStore disk) throws IOException {
        List<String> wrong = new ArrayList<>();
        if (!Files.isReadable(part) || !Files.isWritable(part)) {
            wrong.add(part + ": tài khoản này không đọc hoặc không ghi được");
        }
        if (!Objects.equals(Files.getFileStore(part), disk)) {
            wrong.add(part + ": ở ổ đĩa khác (expected: cùng ổ đĩa với thư mục trao đổi, để đổi chỗ tệp trọn vẹn)");
        }
        return wrong;
    }

    private static boolean isForUs(FolderPlace place, Path part) {
        return part.equals(place.out(MessageKind.EDOC)) || part.equals(place.out(MessageKind.STATUS));
    }

    private record Seen(String name, Instant since, boolean isFile) {}

    private static List<Seen> seen(Path part) throws IOException {
        List<Seen> seen = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(part)) {
            for (Path one : all) {
                if (seen.size() == MOST_NAMES) {
                    break;
                }
                add(one, seen);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return seen;
    }

    private static void add(Path one, List<Seen> seen) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(one, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            seen.add(
                    new Seen(one.getFileName().toString(), is.lastModifiedTime().toInstant(), !is.isDirectory()));
        } catch (NoSuchFileException gone) {
            // Settled since it was listed.
        }
    }
}
