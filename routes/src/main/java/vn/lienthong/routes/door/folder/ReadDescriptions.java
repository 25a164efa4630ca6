package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.routes.door.FormJson;

/** Reads what descriptions say of their files; each once, as long as it stays as it is. */
final class ReadDescriptions {

    private final int longest;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** @param longest bytes of one that is read */
    ReadDescriptions(int longest) {
        this.longest = longest;
    }

    private record Known(long size, FileTime modified, Optional<Description> description) {}

    /** Empty where it cannot be read: why not is told when it is taken. */
    Optional<Description> read(FoundFile file) {
        long size = file.attributes().size();
        FileTime modified = file.attributes().lastModifiedTime();
        Known before = known.get(file.path());
        if (before != null && before.size() == size && before.modified().equals(modified)) {
            return before.description();
        }
        Optional<Description> description = size > longest ? Optional.empty() : parse(file.path());
        known.put(file.path(), new Known(size, modified, description));
        return description;
    }

    private Optional<Description> parse(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(Description.read(in.readNBytes(longest)));
        } catch (IOException | FormJson.Unreadable e) {
            return Optional.empty();
        }
    }

    void forgetAllBut(Path folder, Collection<Path> there) {
        Set<Path> kept = Set.copyOf(there);
        known.keySet().removeIf(file -> folder.equals(file.getParent()) && !kept.contains(file));
    }
}
