package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What the set-group-id bit of an exchange folder says: the gateway and the agency's system are two accounts of its group. What
 * is written there is the group's to read, whatever the umask, which a service has tight; elsewhere the umask decides.
 */
final class SharedGroup {
    private static final String MODE = "unix:mode";
    private static final int SET_GROUP_ID = 02000;
    private static final int GROUP_ALL = 0070;
    private static final int PERMISSIONS = 07777;

    private SharedGroup() {}

    static boolean shares(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("unix") && (mode(folder) & SET_GROUP_ID) != 0;
    }

    /** For a file in such a folder, before it gets its name. */
    static void letRead(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    }

    /** For a part of such a folder: the group leaves files there, and takes them. */
    static void letWork(Path part) throws IOException {
        int wanted = (mode(part) & PERMISSIONS) | SET_GROUP_ID | GROUP_ALL;
        if ((mode(part) & PERMISSIONS) != wanted) {
            Files.setAttribute(part, MODE, wanted, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static int mode(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, MODE);
    }
}
