package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where settings come from: the program's own file, {@code lienthong.yaml} in the data folder, the command line. */
final class SettingsSources {
    static final String FILE = "lienthong.yaml";

    private SettingsSources() {}

    /** What Spring is told when nobody says otherwise. */
    static Map<String, Object> defaults(Path root) {
        return Map.of(
                "spring.config.location",
                "classpath:/application.properties,optional:file:" + root + "/" + FILE,
                "logging.file.name",
                root.resolve("logs").resolve("lienthong.log").toString());
    }

    /** The command line's settings, as Spring takes them. */
    static String[] arguments(Path root, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("data", root.toString());
        return all.entrySet().stream()
                .map(setting -> "--" + GatewayConfiguration.PREFIX + "." + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
