package vn.lienthong.routes.platform;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made of something that changes now and then: made anew only when that is another one. Safe for many threads. */
final class LatestOf<S, T> implements Supplier<T> {

    private final Supplier<S> source;
    private final Function<S, T> making;
    private volatile @Nullable Made<S, T> made;

    private record Made<S, T>(S of, T value) {}

    LatestOf(Supplier<S> source, Function<S, T> making) {
        this.source = source;
        this.making = making;
    }

    @Override
    public T get() {
        S now = source.get();
        Made<S, T> known = made;
        if (known == null || !known.of().equals(now)) {
            known = new Made<>(now, making.apply(now));
            made = known;
        }
        return known.value();
    }
}
