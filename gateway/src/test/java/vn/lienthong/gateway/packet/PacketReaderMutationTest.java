package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.packet.check.PacketChecks;

/**
 * Broken copies of the samples: understood or refused, never anything else, and then checked and named. Every day and in the
 * deep run always the same ones; in CI others in each run, named by a seed that is printed
 * ({@code -Dlienthong.mutants.seed=…} makes them again).
 */
class PacketReaderMutationTest {

    private static final List<String> SPLICES = List.of(
            "<",
            ">",
            "&",
            "\"",
            "/>",
            "<!--",
            "]]>",
            "<![CDATA[",
            "<?",
            "&#0;",
            "&#x10FFFF;",
            "\u0000",
            "xmlns=\"\"",
            "<edXML:From>",
            "</edXML:To>",
            "<ContentTransferEncoded>",
            "<Signature>",
            "UEsDBBQ",
            "=",
            "<a b='c'/>");

    @Test
    void fourThousand() {
        mutate(4_000, 20_260_701L);
    }

    @Test
    @Tag("ci")
    void manyMore() {
        long seed = Long.getLong("lienthong.mutants.seed", new Random().nextInt(Integer.MAX_VALUE));
        System.out.println("mutants: seed " + seed);
        mutate(170_000, seed);
    }

    @Test
    @Tag("deep")
    void halfAMillion() {
        mutate(500_000, 20_250_701L);
    }

    private static void mutate(int count, long seed) {
        Random random = new Random(seed);
        List<String> names = Samples.wellFormed();
        int understood = 0;
        for (int i = 0; i < count; i++) {
            byte[] mutant = mutant(Samples.bytes(names.get(i % names.size())), random);
            try {
                PacketReading reading = new PacketReader(PacketLimits.defaults())
                        .read(new ByteArrayInputStream(mutant), new Samples.InMemoryAttachments());
                understood += use(reading, mutant) ? 1 : 0;
            } catch (Exception | StackOverflowError | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", mutant " + i + ":\n" + new String(mutant, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(understood).as("some live, some do not").isBetween(count / 20, count - count / 20);
    }

    private static boolean use(PacketReading reading, byte[] mutant) {
        return switch (reading) {
            case PacketReading.Refused refused -> false;
            case PacketReading.Understood understood -> {
                PacketChecks.all().check(understood.message());
                if (understood.message() instanceof Packet packet) {
                    ContentDigest.of(packet);
                    assertThat(packet.targets()).isNotNull();
                    // The byte scanner sees the trace where the parser does, or sees none.
                    if (Splices.find(mutant).isPresent()) {
                        Splices.spliced(mutant, packet);
                    }
                }
                yield true;
            }
        };
    }

    private static byte[] mutant(byte[] sample, Random random) {
        byte[] mutant = sample;
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutant.length);
            mutant = switch (random.nextInt(5)) {
                case 0 -> {
                    byte[] flipped = mutant.clone();
                    flipped[at] ^= (byte) (1 << random.nextInt(8));
                    yield flipped;
                }
                case 1 -> splice(mutant, at, at + random.nextInt(Math.min(80, mutant.length - at)), new byte[0]);
                case 2 -> splice(mutant, at, at, text(random));
                case 3 -> {
                    int from = random.nextInt(mutant.length);
                    int length = random.nextInt(Math.min(200, mutant.length - from));
                    yield splice(mutant, at, at, java.util.Arrays.copyOfRange(mutant, from, from + length));
                }
                default -> {
                    byte[] set = mutant.clone();
                    set[at] = (byte) random.nextInt(256);
                    yield set;
                }
            };
        }
        return mutant;
    }

    private static byte[] text(Random random) {
        return SPLICES.get(random.nextInt(SPLICES.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.size() == 0 ? new byte[] {'<'} : out.toByteArray();
    }
}
