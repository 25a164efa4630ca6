package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** {@code lienthong.yaml} of a data folder, where an administrator may have written passwords. */
final class SettingsFile {
    static final String NAME = "lienthong.yaml";

    private static final Pattern SECRET =
            Pattern.compile("(?im)^[^#\\n]*(password|secret|token|pin)[a-z-]*\\s*:\\s*\\S");

    private SettingsFile() {}

    static boolean holdsSecrets(Path root) throws IOException {
        Path file = root.resolve(NAME);
        return Files.exists(file)
                && SECRET.matcher(Files.readString(file, StandardCharsets.UTF_8))
                        .find();
    }
}
