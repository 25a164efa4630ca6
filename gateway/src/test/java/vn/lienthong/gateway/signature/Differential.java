package vn.lienthong.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A long run over cases that the project can make, in an order by seed: {@code -Ddifferential.seed}, and at most
 * {@code -Ddifferential.most} of them. All are looked at before the run fails, and what differed by right is counted and printed.
 */
public final class Differential {
    private static final long SEED = Long.getLong("differential.seed", 1);

    private final String name;
    private final Map<String, Integer> seen = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();

    public Differential(String name) {
        this.name = name;
    }

    /** How one case came out, such as {@code both TOTAL_PASSED}; throws where nothing settles the difference. */
    @FunctionalInterface
    public interface Looking<T> {
        String at(T one) throws Exception;
    }

    /** The cases in their order by seed. */
    public static <T> List<T> drawn(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(shuffled.size(), Integer.getInteger("differential.most", shuffled.size())));
    }

    /** Looks at each case; fails at the end with every one that nothing settles. */
    public <T> void over(List<T> all, Looking<T> looking) throws Exception {
        List<T> cases = drawn(all);
        for (T one : cases) {
            try {
                seen.merge(looking.at(one), 1, Integer::sum);
            } catch (AssertionError differs) {
                disagreements.add(one + ": " + differs.getMessage());
            }
        }
        System.out.println("differential " + name + ": " + cases.size() + " of " + all.size() + " files, seed " + SEED
                + ": " + seen + ", not settled: " + disagreements.size());
        assertThat(disagreements).isEmpty();
    }
}
