package vn.lienthong.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every parser that meets strangers' bytes: no exception but the declared ones, an end within seconds, within a small heap, and nothing passes
 * but what was signed. Every day some broken copies, always the same; in CI {@code -Dlienthong.fuzz.seconds} (60) of coverage-guided feeding, all
 * targets together; in the deep run {@code -Dlienthong.fuzz.minutes} (20) for each. What is found lies in {@code target/fuzz}.
 */
class FuzzTest {
    private static final int EVERY_DAY = 60;
    private static final int IN_CI = 4_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long SEED = Long.getLong("lienthong.mutants.seed", new Random().nextInt(Integer.MAX_VALUE));

    @TestFactory
    Stream<DynamicTest> honestFilesAndSomeBrokenCopies() {
        return broken(EVERY_DAY, 20_261_126);
    }

    @Tag("ci")
    @TestFactory
    Stream<DynamicTest> manyBrokenCopies() {
        System.out.println("mutants: seed " + SEED);
        return broken(IN_CI, SEED);
    }

    private static Stream<DynamicTest> broken(int count, long seed) {
        return FuzzTargets.all().stream()
                .map(target -> DynamicTest.dynamicTest(target.name(), () -> feed(target, count, seed)));
    }

    private static void feed(FuzzTarget target, int count, long seed) {
        BrokenCopies copies = new BrokenCopies(new Random(seed));
        List<byte[]> seeds = target.seeds().get();
        seeds.forEach(honest -> feed(target, honest));
        for (int i = 0; i < count; i++) {
            feed(target, copies.of(seeds.get(i % seeds.size())));
        }
    }

    private static void feed(FuzzTarget target, byte[] bytes) {
        long begun = System.nanoTime();
        try {
            target.feed().read(bytes);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new AssertionError(
                    target.name() + " on " + Base64.getEncoder().encodeToString(bytes), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as(target.name())
                .isLessThan(LONGEST);
    }

    @Tag("ci")
    @Test
    void whatCoverageLeadsTo() throws Exception {
        guided("all", Duration.ofSeconds(Long.getLong("lienthong.fuzz.seconds", 60)));
    }

    @Tag("deep")
    @TestFactory
    Stream<DynamicTest> whatCoverageLeadsToInHours() {
        Duration each = Duration.ofMinutes(Long.getLong("lienthong.fuzz.minutes", 20));
        return FuzzTargets.all().stream()
                .map(target -> DynamicTest.dynamicTest(target.name(), () -> guided(target.name(), each)));
    }

    private static void guided(String target, Duration time) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "fuzz", target));
        JazzerRun run = JazzerRun.of(target, folder, time);
        System.out.println(
                "fuzzing " + target + ": " + run.runs() + " inputs, " + run.coverage() + " branches reached");
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.coverage()).as(run.output()).isGreaterThan(20);
    }
}
