package vn.lienthong.gateway.seal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Faults of single ones among many, thrown once all the others had their turn. */
final class LaterFaults {
    private @Nullable Exception first;

    /** What is done for one. */
    interface Step {
        void run() throws IOException;
    }

    /** Does it; where it fails, that is kept for later. */
    void of(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException fault) {
            if (first == null) {
                first = fault;
            } else {
                first.addSuppressed(fault);
            }
        }
    }

    /** Throws the first one, with the others beside it; nothing where there was none. */
    void rethrow() throws IOException {
        if (first instanceof IOException fault) {
            throw fault;
        }
        if (first instanceof RuntimeException fault) {
            throw fault;
        }
    }
}
