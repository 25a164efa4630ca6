package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a file a name only where the name is free. A system may put its next file there at the same moment: that one must
 * stay, and a move looks first and renames then.
 */
final class PutBack {

    private PutBack() {}

    /** Whether the file lies there now; where something else does, both stay as they are. */
    static boolean to(Path name, Path file) throws IOException {
        try {
            // One step for the file system: the name is ours, or it was taken.
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException taken) {
            return wasPutBack(name, file);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return byMove(name, file);
        }
        Files.delete(file);
        return true;
    }

    /** A process that went down after the link, and before it took the other name away. */
    private static boolean wasPutBack(Path name, Path file) throws IOException {
        Object there = key(name);
        boolean same = there != null && Objects.equals(there, key(file));
        if (same) {
            Files.delete(file);
        }
        return same;
    }

    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /**
     * Where there are no links (FAT, some network shares), or the kernel lets nobody link a file of somebody else that he may not
     * write ({@code fs.protected_hardlinks}): a moment stays between looking and renaming.
     */
    private static boolean byMove(Path name, Path file) throws IOException {
        try {
            Files.move(file, name);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }
}
