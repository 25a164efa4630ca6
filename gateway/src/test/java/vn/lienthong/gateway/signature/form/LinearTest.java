package vn.lienthong.gateway.signature.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;

/** Preparing, signing and looking again grow with the file and no faster; processor time, so that neighbours do not count. */
@Tag("ci")
class LinearTest {
    private static final int SMALL = 100_000;
    private static final int LARGE = 10_000_000;
    private static final int ROUNDS = 4;

    @Test
    void tenMegabytesCostAtMostAsMuchMoreAsTheyAreLarger() {
        double small = best(SMALL);
        double large = best(LARGE);

        assertThat(large / small).as("%.0f ms beside %.0f ms", large, small).isLessThan((double) LARGE / SMALL / 2);
    }

    private static double best(int size) {
        byte[] letter =
                new MakeOfficialLetter().make(FormFixture.officialLetter().filledTo(size));
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            FormFixture.sign(letter, FormFixture.SEAL, FormFixture.copy());
            best = Math.min(
                    best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000.0);
        }
        return best;
    }
}
