package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Broken copies of what callers send, for the parsers of a door: understood or refused in the door's own way, never anything
 * else, and never slow. Every day some hundred, always the same ones; in CI very many, others in each run, named by a seed
 * that is printed ({@code -Dlienthong.mutants.seed=…} makes them again); for hours on request
 * ({@code -Dlienthong.mutants.minutes=…}).
 */
public abstract class Mutants {

    private static final int EVERY_DAY = 800;
    private static final int IN_CI = 20_000;
    private static final int DEEP = 60_000;
    private static final long SEED = Long.getLong("lienthong.mutants.seed", new Random().nextInt(Integer.MAX_VALUE));
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LONGEST_BYTES = 64 * 1024;

    /** A parser, what it understands, and what its syntax is sensitive to. */
    public record Parser(String name, List<String> seeds, List<String> splices, Use use) {}

    /** Has the parser read the bytes; says whether it understood. Whatever is thrown has escaped. */
    @FunctionalInterface
    public interface Use {
        boolean understands(byte[] bytes) throws Exception;
    }

    protected abstract Stream<Parser> parsers();

    @TestFactory
    Stream<DynamicTest> someThousand() {
        return parsers().map(parser -> DynamicTest.dynamicTest(parser.name(), () -> mutate(parser, EVERY_DAY, 1)));
    }

    @TestFactory
    @Tag("ci")
    Stream<DynamicTest> manyMore() {
        System.out.println("mutants: seed " + SEED);
        return parsers().map(parser -> DynamicTest.dynamicTest(parser.name(), () -> mutate(parser, IN_CI, SEED)));
    }

    @TestFactory
    @Tag("deep")
    Stream<DynamicTest> veryMany() {
        return parsers().map(parser -> DynamicTest.dynamicTest(parser.name(), () -> mutate(parser, DEEP, 2)));
    }

    @TestFactory
    @Tag("deep")
    Stream<DynamicTest> forHours() {
        long minutes = Long.getLong("lienthong.mutants.minutes", 30);
        return parsers()
                .map(parser -> DynamicTest.dynamicTest(parser.name(), () -> {
                    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
                    for (long seed = 3; System.nanoTime() < end; seed++) {
                        mutate(parser, EVERY_DAY, seed);
                    }
                }));
    }

    private static void mutate(Parser parser, int count, long seed) {
        Random random = new Random(seed);
        int understood = 0;
        for (String good : parser.seeds()) {
            assertThat(use(parser, bytes(good), "seed")).as(good).isTrue();
        }
        for (int i = 0; i < count; i++) {
            byte[] mutant =
                    mutant(parser, bytes(parser.seeds().get(i % parser.seeds().size())), random);
            understood += use(parser, mutant, "seed " + seed + ", mutant " + i) ? 1 : 0;
        }
        assertThat(understood).as("some live, some do not").isBetween(1, count - 1);
    }

    private static boolean use(Parser parser, byte[] mutant, String which) {
        long begun = System.nanoTime();
        boolean understood;
        try {
            understood = parser.use().understands(mutant);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            throw new AssertionError(parser.name() + ", " + which + ":\n" + shown(mutant), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .as(() -> parser.name() + ", " + which + ":\n" + shown(mutant))
                .isLessThan(LONGEST);
        return understood;
    }

    private static String shown(byte[] mutant) {
        return new String(mutant, StandardCharsets.UTF_8);
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mutant(Parser parser, byte[] seed, Random random) {
        byte[] mutant = seed;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            mutant = changed(parser, mutant, random);
        }
        return mutant;
    }

    private static byte[] changed(Parser parser, byte[] before, Random random) {
        int at = random.nextInt(before.length);
        int few = 1 + random.nextInt(Math.min(60, before.length - at));
        return switch (random.nextInt(7)) {
            case 0 -> {
                byte[] flipped = before.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> splice(before, at, at + few, new byte[0]);
            case 2, 3 -> {
                String text =
                        parser.splices().get(random.nextInt(parser.splices().size()));
                yield splice(before, at, at + (random.nextBoolean() ? 0 : few), bytes(text));
            }
            case 4 -> splice(before, random.nextInt(before.length), -1, Arrays.copyOfRange(before, at, at + few));
            case 5 -> {
                byte[] set = before.clone();
                set[at] = (byte) random.nextInt(256);
                yield set;
            }
            default -> splice(before, at, -1, repeated(Arrays.copyOfRange(before, at, at + few), random));
        };
    }

    /** Long, or deep, where a parser follows what stands inside something. */
    private static byte[] repeated(byte[] what, Random random) {
        int times = random.nextInt(10) == 0 ? LONGEST_BYTES / what.length : 1 + random.nextInt(20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            out.writeBytes(what);
        }
        return out.toByteArray();
    }

    /** @param to before from for an insertion */
    private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
        int rest = Math.max(from, to);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, rest, bytes.length - rest);
        return out.size() == 0 ? new byte[] {' '} : out.toByteArray();
    }

    /** What every syntax trips over. */
    protected static List<String> splices(String... own) {
        return Stream.concat(
                        Stream.of(
                                "\u0000",
                                "\r\n",
                                "\n",
                                "\"",
                                "\\",
                                "'",
                                "%00",
                                "%",
                                "\u202e",
                                "😀",
                                "\ufeff",
                                "-1",
                                "99999999999999999999",
                                "1e999999",
                                "null",
                                ","),
                        Stream.of(own))
                .toList();
    }

    /** Syntax of JSON. */
    protected static List<String> json(String... own) {
        return Stream.concat(
                        Stream.of(
                                "{",
                                "}",
                                "[",
                                "]",
                                ":",
                                "{\"a\":",
                                "[[[[[[[[",
                                "\"a\":1,",
                                "\\ud800",
                                "\\u0000",
                                "true",
                                "\"2026-02-30\"",
                                "\"+999999999-12-31\"",
                                "\"-999999999-01-01\""),
                        splices(own).stream())
                .toList();
    }
}
