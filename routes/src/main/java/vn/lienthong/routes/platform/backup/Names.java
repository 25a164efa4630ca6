package vn.lienthong.routes.platform.backup;

import java.util.List;
import java.util.stream.Collectors;

/** Names of tables and columns inside SQL, where no parameter can stand. */
final class Names {
    private Names() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return names.stream().map(Names::quoted).collect(Collectors.joining(", "));
    }
}
