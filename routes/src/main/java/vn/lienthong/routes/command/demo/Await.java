package vn.lienthong.routes.command.demo;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what the gateway does by itself, within reason. */
final class Await {
    private static final int LOOKS = 1200;
    private static final int PAUSE_MILLIS = 50;

    private Await() {}

    /** Returns as soon as it holds; after a minute it is a failed step. */
    static void until(String what, BooleanSupplier holds) throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            if (holds.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new StepFailed("chờ mãi không thấy: " + what);
    }
}
