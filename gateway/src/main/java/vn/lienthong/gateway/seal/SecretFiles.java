package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.signature.key.SigningException;

/** Files that hold a key, or what opens one. */
public final class SecretFiles {

    private static final int LARGEST_PKCS12_BYTES = 1024 * 1024;
    private static final int LONGEST_SECRET_BYTES = 4096;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SecretFiles() {}

    /**
     * The one line of a file.
     *
     * @throws SigningException when it cannot be read or is not one line
     */
    public static byte[] read(Path file) throws SigningException {
        String text = new String(bounded(file, LONGEST_SECRET_BYTES), StandardCharsets.UTF_8).strip();
        if (text.isEmpty() || text.contains("\n")) {
            throw new SigningException(file + ": not one line (expected: a password or PIN)", null);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether accounts other than the file's own may read or change it.
     *
     * @return its permissions where they may; empty where not, or where nobody can tell
     */
    public static Optional<String> openToOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.stream().anyMatch(OTHERS::contains)
                    ? Optional.of(PosixFilePermissions.toString(permissions))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    static byte[] pkcs12(Path file) throws SigningException {
        return bounded(file, LARGEST_PKCS12_BYTES);
    }

    private static byte[] bounded(Path file, int most) throws SigningException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new SigningException(file + ": too large (expected: at most " + most + " bytes)", null);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new SigningException(
                    file + ": " + unreadable.getClass().getSimpleName()
                            + " (expected: a file that the gateway can read)",
                    unreadable);
        }
    }
}
