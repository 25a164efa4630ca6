package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.util.unit.DataUnit;

/** Checks of single settings. What fails is named by its full path, so that the operator finds the line to change. */
final class Setting {
    private static final List<Map.Entry<String, Duration>> UNITS = List.of(
            Map.entry("h", Duration.ofHours(1)),
            Map.entry("m", Duration.ofMinutes(1)),
            Map.entry("s", Duration.ofSeconds(1)));

    private Setting() {}

    static void inRange(String path, long value, long from, long to) {
        if (value < from || value > to) {
            throw refuse(path, value, from + " … " + to);
        }
    }

    static void inRange(String path, Duration value, Duration from, Duration to) {
        if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
            throw refuse(path, text(value), text(from) + " … " + text(to));
        }
    }

    static void inRange(String path, DataSize value, DataSize from, DataSize to) {
        if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
            throw refuse(path, text(value), text(from) + " … " + text(to));
        }
    }

    static void together(String first, @Nullable Object firstValue, String second, @Nullable Object secondValue) {
        if ((firstValue == null) != (secondValue == null)) {
            String missing = firstValue == null ? first : second;
            String given = firstValue == null ? second : first;
            throw new IllegalArgumentException(missing + ": (trống) (expected: một giá trị, vì đã đặt " + given + ")");
        }
    }

    static IllegalArgumentException refuse(String path, Object value, String expected) {
        return new IllegalArgumentException(path + ": " + value + " (expected: " + expected + ")");
    }

    /** What a value of this type looks like. */
    static String form(Class<?> type) {
        if (type == Duration.class) {
            return "thời lượng như 500ms, 30s, 10m, 24h";
        }
        if (type == DataSize.class) {
            return "kích cỡ như 64KB, 512MB";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true hoặc false";
        }
        if (type == InetAddress.class) {
            return "địa chỉ IP như 127.0.0.1";
        }
        return type == int.class || type == long.class ? "một số nguyên" : type.getSimpleName();
    }

    /** As it would be set: {@code 90s}, {@code 24h}. */
    private static String text(Duration value) {
        for (Map.Entry<String, Duration> unit : UNITS) {
            long times = value.dividedBy(unit.getValue());
            if (times > 0 && unit.getValue().multipliedBy(times).equals(value)) {
                return times + unit.getKey();
            }
        }
        return value.toMillis() + "ms";
    }

    private static String text(DataSize value) {
        for (DataUnit unit : List.of(DataUnit.GIGABYTES, DataUnit.MEGABYTES, DataUnit.KILOBYTES)) {
            long one = DataSize.of(1, unit).toBytes();
            if (value.toBytes() >= one && value.toBytes() % one == 0) {
                return value.toBytes() / one + String.valueOf(unit.name().charAt(0)) + "B";
            }
        }
        return value.toBytes() + "B";
    }
}
