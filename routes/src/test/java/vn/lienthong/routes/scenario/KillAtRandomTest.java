package vn.lienthong.routes.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.link.AxisClient;

/**
 * Senders and a collector that never give up, and a gateway that is killed again and again at an instant that nobody chose. How
 * often: {@code -Dlienthong.kills}. Whatever was answered with OK is handed over, once, and its chain of evidence is whole.
 */
@Tag("deep")
class KillAtRandomTest {

    private static final int KILLS = Integer.getInteger("lienthong.kills", 200);
    private static final long SEED = Long.getLong("lienthong.seed", 20260701);
    private static final int SENDERS = 3;
    private static final int LONGEST_LIFE_MS = 4_000;
    private static final int PAUSE_MS = 50;

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicBoolean ending = new AtomicBoolean();
    private final AtomicInteger numbers = new AtomicInteger();
    /** Number of a letter, to the transport id that its sender was given. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    /** Transport id of a copy, to the letter in it. */
    private final Map<String, String> collected = new ConcurrentHashMap<>();

    private final Set<String> contradictions = ConcurrentHashMap.newKeySet();

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        Random random = new Random(SEED);
        try (GatewayProcess gateway = GatewayProcess.startReady(folder.resolve("data"), Map.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            gateway.awaitReady();
            AxisClient sender = client(gateway, "gui", secretOf(gateway, "gui", "G22"));
            AxisClient receiver = client(gateway, "nhan", secretOf(gateway, "nhan", "H01"));
            Future<?> collecting = threads.submit(() -> untilTheEnd(() -> collect(receiver)));
            List<Future<?>> sending = IntStream.range(0, SENDERS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> untilTheEnd(() -> send(sender))))
                    .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                // The length of a life is the very thing that is tried.
                Thread.sleep(random.nextInt(LONGEST_LIFE_MS));
                gateway.restart().awaitReady();
            }
            ending.set(true);
            for (Future<?> one : sending) {
                one.get(5, TimeUnit.MINUTES);
            }
            collecting.get(5, TimeUnit.MINUTES);
            Awaitility.await().atMost(Duration.ofMinutes(10)).untilAsserted(() -> {
                collect(receiver);
                assertThat(collected).hasSameSizeAs(answered);
            });
            assertThat(contradictions).isEmpty();
            assertThat(answered).hasSizeGreaterThan(KILLS);
            assertThat(collected.values())
                    .as("each letter in one copy")
                    .containsExactlyInAnyOrderElementsOf(answered.keySet());
            assertThat(receiver.received("edoc")).as("done is final").isEmpty();
            assertThat(sender.sent(Optional.empty()).stream().map(line -> line.get("receiveStatus")))
                    .containsOnly("done");
            assertThat(run(gateway, "evidence", "check")).contains("nguyên vẹn: " + answered.size() + " hồ sơ");
            System.out.println("KillAtRandom: " + KILLS + " kills, " + answered.size() + " letters, seed " + SEED);
        }
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    private void untilTheEnd(Work work) {
        while (!ending.get()) {
            try {
                work.once();
            } catch (IOException | UncheckedIOException down) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One letter, handed in until the answer comes; the same answer for each repeat. */
    private void send(AxisClient sender) throws InterruptedException {
        String number = String.valueOf(numbers.incrementAndGet());
        byte[] letter = PlainLetter.of("G22", "H01", number);
        while (true) {
            try {
                AxisClient.Answer answer = sender.send("G22", "edoc", List.of(), AxisClient.File.of(letter));
                if (answer.isOk()) {
                    String docId = answer.text("DocId");
                    answered.put(number, docId);
                    // Handed in once more, now and then, it is the same document.
                    if (Integer.parseInt(number) % 5 == 0) {
                        AxisClient.Answer again = sender.send("G22", "edoc", List.of(), AxisClient.File.of(letter));
                        if (again.isOk() && !again.text("DocId").equals(docId)) {
                            contradictions.add(number + ": " + docId + ", then " + again.text("DocId"));
                        }
                    }
                    pause();
                    return;
                }
                if (!answer.status().equals("FAIL")) {
                    contradictions.add(number + ": " + answer);
                }
                pause();
            } catch (IOException | UncheckedIOException down) {
                pause();
            }
        }
    }

    private void collect(AxisClient receiver) throws IOException, InterruptedException {
        for (Map<String, String> item : receiver.received("edoc")) {
            String docId = item.get("docId");
            AxisClient.Answer copy = receiver.get(docId);
            if (!copy.isOk()) {
                continue;
            }
            String text = new String(Base64.getDecoder().decode(copy.text("data")), StandardCharsets.UTF_8);
            String number = text.substring(text.indexOf("<CodeNumber>") + 12, text.indexOf("</CodeNumber>"));
            String before = collected.put(docId, number);
            if (before != null && !before.equals(number)) {
                contradictions.add("copy " + docId + ": letter " + before + ", then " + number);
            }
            receiver.report(docId, "done");
        }
        pause();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AxisClient client(GatewayProcess gateway, String systemId, String secret) {
        return new AxisClient(
                http, gateway.axis("/XrdAdapter/adapter"), systemId, secret, Duration.ofSeconds(60), Clock.systemUTC());
    }

    private static String secretOf(GatewayProcess gateway, String id, String agency) {
        return run(gateway, "system", "add", id, "--name", id, "--agency", agency)
                .strip()
                .lines()
                .toList()
                .getLast();
    }

    private static String run(GatewayProcess gateway, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", gateway.data().toString()));
        assertThat(line.execute(all.toArray(String[]::new))).as(out.toString()).isZero();
        return out.toString();
    }
}
