package vn.lienthong.routes.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that settings may have, as {@code lienthong.yaml} writes them, read off {@link GatewayConfiguration}. */
final class SettingNames {
    private static final List<String> ALL =
            below(GatewayConfiguration.PREFIX, GatewayConfiguration.class).toList();

    /** Names the folder, before there are settings; see {@code --data}. */
    private static final Set<String> ALSO_IN_ENVIRONMENT = Set.of("LIENTHONG_DATA");

    /** What an orchestrator sets for a service that is called as we are; no setting has such a name. */
    private static final Pattern OF_A_SERVICE =
            Pattern.compile("LIENTHONG_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT|PORT_\\d+_(TCP|UDP)(_.*)?)");

    private SettingNames() {}

    /** What the one who wrote {@code name} may have meant: the names of its group, or the groups. */
    static String near(String name) {
        for (String group = parent(name); !group.isEmpty(); group = parent(group)) {
            String start = group + ".";
            List<String> there = ALL.stream()
                    .filter(known -> known.startsWith(start))
                    .map(known -> start + known.substring(start.length()).replaceFirst("\\..*", ".…"))
                    .distinct()
                    .toList();
            if (!there.isEmpty()) {
                return String.join(", ", there);
            }
        }
        return String.join(", ", ALL);
    }

    /** Whether it would be a setting, had it the prefix. */
    static boolean isWithoutPrefix(String name) {
        return ALL.contains(GatewayConfiguration.PREFIX + "." + name);
    }

    /** Variables that look like settings and are none: Spring would pass over them in silence. */
    static List<String> unknown(Set<String> environment) {
        Set<String> known = ALL.stream().map(SettingNames::squeezed).collect(Collectors.toSet());
        return environment.stream()
                .filter(variable -> variable.startsWith(GatewayConfiguration.PREFIX.toUpperCase(Locale.ROOT) + "_"))
                .filter(variable -> !ALSO_IN_ENVIRONMENT.contains(variable))
                .filter(variable -> !OF_A_SERVICE.matcher(variable).matches())
                .filter(variable -> !known.contains(squeezed(variable.replaceFirst("_\\d+_?$", ""))))
                .sorted()
                .toList();
    }

    private static String parent(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    private static String squeezed(String name) {
        return name.replaceAll("[-._]", "").toUpperCase(Locale.ROOT);
    }

    private static Stream<String> below(String path, Class<?> group) {
        return Arrays.stream(group.getRecordComponents())
                .flatMap(component -> below(path + "." + dashed(component), component));
    }

    private static Stream<String> below(String path, RecordComponent component) {
        return component.getType().isRecord() ? below(path, component.getType()) : Stream.of(path);
    }

    private static String dashed(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
