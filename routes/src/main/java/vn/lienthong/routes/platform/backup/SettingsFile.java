package vn.lienthong.routes.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/** {@code lienthong.yaml} of a data folder, where an administrator may have written passwords; read as a start reads it. */
final class SettingsFile {
    static final String NAME = "lienthong.yaml";

    /** What holds a secret itself, and not how long it lasts or which file it is in. */
    private static final Pattern SECRET_NAME = Pattern.compile(".*(password|passphrase|secret|token|apikey)|pin");

    /** In an address: a parameter such as {@code sslpassword=…}, or {@code //user:password@host}. */
    private static final Pattern SECRET_IN_VALUE = Pattern.compile(
            "(password|passwd|pwd|secret|token|pin)=[^&;]|//[^/@\\s]*:[^/@\\s]+@", Pattern.CASE_INSENSITIVE);

    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{[^:}]+}");

    private SettingsFile() {}

    /** One that cannot be read is taken for one that does. */
    static boolean holdsSecrets(Path root) throws IOException {
        if (!Files.exists(root.resolve(NAME))) {
            return false;
        }
        try {
            return values(root).entrySet().stream().anyMatch(one -> isSecret(one.getKey(), one.getValue()));
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    /** Where the master key is to lie by it; empty where it does not say or cannot be read. */
    static Optional<Path> masterKey(Path root) throws IOException {
        if (!Files.exists(root.resolve(NAME))) {
            return Optional.empty();
        }
        try {
            return values(root).entrySet().stream()
                    .filter(one -> squeezed(one.getKey()).equals("lienthong.masterkeyfile"))
                    .map(one -> Path.of(one.getValue()))
                    .findFirst();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isSecret(String name, String value) {
        String last = squeezed(name.substring(name.lastIndexOf('.') + 1));
        boolean given = !value.isBlank() && !FROM_ENVIRONMENT.matcher(value).matches();
        return (given && SECRET_NAME.matcher(last).matches())
                || SECRET_IN_VALUE.matcher(value).find();
    }

    private static String squeezed(String name) {
        return name.replaceAll("[-_]|\\[\\d+]", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> values(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load(NAME, new FileSystemResource(root.resolve(NAME)))) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                for (String name : settings.getPropertyNames()) {
                    all.put(name, String.valueOf(settings.getProperty(name)));
                }
            }
        }
        return all;
    }
}
