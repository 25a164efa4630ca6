package vn.lienthong.gateway.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer calls in its own process. The seeds are made there, signed by keys of the process, and written before it reads its corpus.
 * Where several targets are fed at once, the first byte says which.
 */
public final class JazzerEntry {
    static final String TARGET = "lienthong.fuzz.target";
    static final String SEEDS = "lienthong.fuzz.seeds";

    private static List<FuzzTarget> targets = List.of();

    private JazzerEntry() {}

    /** Called once. */
    public static void fuzzerInitialize() throws IOException {
        targets = FuzzTargets.named(System.getProperty(TARGET, "all"));
        Path folder = Path.of(System.getProperty(SEEDS, "seeds"));
        for (int which = 0; which < targets.size(); which++) {
            FuzzTarget target = targets.get(which);
            int number = 0;
            for (byte[] seed : target.seeds().get()) {
                Files.write(folder.resolve(target.name() + "-seed-" + number++), chosen(which, seed));
            }
        }
    }

    /** Called for each input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        if (targets.size() == 1) {
            targets.getFirst().feed().read(bytes);
        } else if (bytes.length > 0) {
            byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
            targets.get((bytes[0] & 0xff) % targets.size()).feed().read(rest);
        }
    }

    private static byte[] chosen(int which, byte[] seed) {
        if (targets.size() == 1) {
            return seed;
        }
        byte[] all = new byte[seed.length + 1];
        all[0] = (byte) which;
        System.arraycopy(seed, 0, all, 1, seed.length);
        return all;
    }
}
