package vn.lienthong.routes.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that settings name: key stores, trust stores, a master key, a client's secret, whatever comes to be named. */
public final class NamedFiles {
    private NamedFiles() {}

    /** Those of them that are there, absolute. */
    public static List<Path> of(GatewayConfiguration configuration) {
        List<Path> found = new ArrayList<>();
        collect(configuration, found);
        return found.stream()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }

    private static void collect(Record group, List<Path> found) {
        for (RecordComponent component : group.getClass().getRecordComponents()) {
            Object value = value(group, component);
            if (value instanceof Path path) {
                found.add(path);
            } else if (value instanceof Record below) {
                collect(below, found);
            }
        }
    }

    private static @Nullable Object value(Record group, RecordComponent component) {
        try {
            return component.getAccessor().invoke(group);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("setting " + component.getName() + " of " + group.getClass(), e);
        }
    }
}
