package vn.lienthong.routes.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Checks of single settings. What fails is named by its full path, so that the operator finds the line to change. */
final class Setting {
    private Setting() {}

    static void inRange(String path, long value, long from, long to) {
        if (value < from || value > to) {
            throw refuse(path, value, from + " … " + to);
        }
    }

    static void inRange(String path, Duration value, Duration from, Duration to) {
        if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
            throw refuse(path, value, from + " … " + to);
        }
    }

    static void inRange(String path, DataSize value, DataSize from, DataSize to) {
        if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
            throw refuse(path, value, from + " … " + to);
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
}
