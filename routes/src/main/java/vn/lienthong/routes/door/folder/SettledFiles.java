package vn.lienthong.routes.door.folder;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which files nobody writes any more: those whose size and time are the same as at an earlier look. What was seen is kept in
 * memory; after a restart a file is looked at anew.
 */
final class SettledFiles {

    private final Duration settle;
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

    SettledFiles(Duration settle) {
        this.settle = settle;
    }

    /** What a file was like, and since when. */
    private record Seen(long size, FileTime modified, Instant since) {

        boolean sameAs(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime());
        }
    }

    boolean isSettled(Path file, BasicFileAttributes now, Instant at) {
        return isSettled(file, now, at, settle);
    }

    /** The same for another stretch of time. */
    boolean isSettled(Path file, BasicFileAttributes now, Instant at, Duration settle) {
        Seen before = seen.get(file);
        if (before == null || !before.sameAs(now)) {
            seen.put(file, new Seen(now.size(), now.lastModifiedTime(), at));
            return false;
        }
        return !at.isBefore(before.since().plus(settle));
    }

    /** Of files in a folder, only these are still there. */
    void forgetAllBut(Path folder, Collection<Path> there) {
        Set<Path> kept = new HashSet<>(there);
        seen.keySet().removeIf(file -> folder.equals(file.getParent()) && !kept.contains(file));
    }

    /** It changed while it was read. */
    void forget(Path file) {
        seen.remove(file);
    }
}
