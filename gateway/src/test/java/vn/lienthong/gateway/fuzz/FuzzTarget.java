package vn.lienthong.gateway.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A reader of strangers' bytes.
 *
 * @param name of files and reports, in small letters
 * @param seeds honest bytes, which every feeding starts from
 * @param feed throws what the reader must not, and when the reader believes what it must not
 */
public record FuzzTarget(String name, Supplier<List<byte[]>> seeds, Feed feed) {

    /** Has the reader read the bytes; what it declares for bad ones is caught in here. */
    @FunctionalInterface
    public interface Feed {
        void read(byte[] bytes) throws Exception;
    }

    /**
     * Where something passed: what was signed is what one of the honest files signed.
     *
     * @throws AssertionError otherwise
     */
    public static void requireOneOf(String what, byte[] signed, List<byte[]> honest) {
        if (honest.stream().noneMatch(one -> Arrays.equals(one, signed))) {
            throw new AssertionError(what + ": passed (expected: nothing but what was signed passes)");
        }
    }
}
