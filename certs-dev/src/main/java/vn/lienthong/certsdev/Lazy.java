package vn.lienthong.certsdev;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made on first demand, once: RSA keys cost time, and most tests need few of them. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T value;

    Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        T made = value;
        if (made == null) {
            made = make.get();
            value = made;
        }
        return made;
    }
}
