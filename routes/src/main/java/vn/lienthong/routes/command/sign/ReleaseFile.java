package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a result where it is wanted: whole or not at all, and never over what somebody else put there, unless told to. */
final class ReleaseFile {
    private final boolean force;

    /** @param force whether a file that is there is replaced */
    ReleaseFile(boolean force) {
        this.force = force;
    }

    void requireFree(SignJob job) throws IOException, SignRefused {
        Path target = job.target();
        if (Files.isDirectory(target) || (!force && Files.exists(target))) {
            throw there(target);
        }
        requireOther(job);
    }

    /** By what lies on the disk: links, and names that a file system takes for the same, lead to one file. */
    private static void requireOther(SignJob job) throws IOException, SignRefused {
        for (Path source : job.sources()) {
            if (Files.exists(job.target()) && Files.isSameFile(source, job.target())) {
                throw new SignRefused(job.target() + ": là tệp được ký (cần: một nơi khác)");
            }
        }
    }

    void write(byte[] signed, SignJob job) throws IOException, SignRefused {
        Path target = job.target();
        requireOther(job);
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".sign-", ".part");
        try {
            Files.write(part, signed);
            if (force) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                link(part, target);
            }
        } catch (FileAlreadyExistsException there) {
            throw there(target);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A rename would replace a target that appeared since it was looked for; a second name for the same bytes does not. */
    private static void link(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            // FAT and some network shares; copying does not replace either.
            copy(part, target);
        }
    }

    private static void copy(Path part, Path target) throws IOException {
        try {
            Files.copy(part, target);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (IOException halfway) {
            Files.deleteIfExists(target);
            throw halfway;
        }
    }

    private static SignRefused there(Path target) {
        return new SignRefused(target + ": đã có (cần: chưa có; ghi đè chỉ khi có --force)");
    }
}
