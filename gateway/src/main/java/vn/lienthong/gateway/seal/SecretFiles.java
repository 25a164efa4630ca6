package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.lienthong.gateway.signature.key.SigningException;

/** Files that hold a key, or what opens one. */
public final class SecretFiles {

    private static final int LARGEST_PKCS12_BYTES = 1024 * 1024;
    private static final int LONGEST_SECRET_BYTES = 4096;

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
