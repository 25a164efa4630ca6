package vn.lienthong.routes.command.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.lienthong.routes.Beside;
import vn.lienthong.routes.GatewayProcess;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.command.RootCommand;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.FolderTree;
import vn.lienthong.routes.platform.GatewayStores;

/** A backup taken while documents go through, and the gateway that is made of it after everything else was lost. */
@Beside
@Tag("ci")
class BackupCommandTest {
    private static final Pattern POINT = Pattern.compile("về thời điểm (\\S+Z)");
    private static final int BEFORE = 30;
    private static final int AFTER = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean ending = new AtomicBoolean();

    /** Number of a letter, and when its sender had its answer. */
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();

    /** Number of a letter, and every transport id that its copy was handed over under. */
    private final Map<String, Set<String>> handedOver = new ConcurrentHashMap<>();

    private record Outcome(int exit, String out) {}

    @Test
    void whatWasAnsweredBeforeTheBackupIsThereAfterAllElseIsLost() throws Exception {
        Path data = folder.resolve("data");
        Path backup = folder.resolve("sao-luu.zip");
        Path passphrase = Files.writeString(folder.resolve("mat-khau"), "một mật khẩu thật dài\n");
        try (GatewayProcess gateway = GatewayProcess.startReady(data, Map.of());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            gateway.awaitReady();
            String sending = secret(data, "gui", "G22");
            String receiving = secret(data, "nhan", "H01");
            AxisClient sender = client(gateway, "gui", sending);
            AxisClient receiver = client(gateway, "nhan", receiving);
            awaitASeal(gateway, sender);
            Future<?> load = threads.submit(() -> untilTheEnd(() -> send(sender)));
            Future<?> collecting = threads.submit(() -> untilTheEnd(() -> collect(receiver, 1)));
            await().atMost(Duration.ofMinutes(2)).until(() -> answered.size() >= BEFORE);
            int atBegin = answered.size();

            Outcome made = admin(
                    data,
                    "backup",
                    "--to",
                    backup.toString(),
                    "--with-keys",
                    "--passphrase-file",
                    passphrase.toString());
            assertThat(made.exit).as(made.out).isZero();
            Instant point = point(made.out);
            await().atMost(Duration.ofMinutes(2)).until(() -> answered.size() >= atBegin + AFTER);
            ending.set(true);
            load.get(1, TimeUnit.MINUTES);
            collecting.get(1, TimeUnit.MINUTES);
            ProcessHandle database = gateway.databaseServer().orElseThrow();
            gateway.kill();
            database.destroyForcibly();
            database.onExit().get(1, TimeUnit.MINUTES);
            FolderTree.delete(data);

            Outcome restored =
                    admin(data, "restore", "--from", backup.toString(), "--passphrase-file", passphrase.toString());
            assertThat(restored.exit).as(restored.out).isZero();
            assertThat(restored.out)
                    .contains("Việc còn lại", "gửi lại", point.toString().substring(0, 19));
            assertThat(admin(data, "evidence", "check").out).contains("chứng cứ nguyên vẹn", " niêm phong");

            gateway.restart().awaitReady();
            Set<String> promised = answered.entrySet().stream()
                    .filter(letter -> letter.getValue().isBefore(point))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(promised).hasSizeGreaterThanOrEqualTo(BEFORE);
            assertThat(answered).hasSizeGreaterThan(promised.size());
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                collect(receiver, Integer.MAX_VALUE);
                assertThat(handedOver.keySet()).containsAll(promised);
            });
            assertThat(handedOver.values())
                    .as("a copy that is handed over again has its old name")
                    .allSatisfy(names -> assertThat(names).hasSize(1));
            assertThat(sender.sent(java.util.Optional.empty()).size()).isGreaterThanOrEqualTo(promised.size());
            send(sender);
            long told = GatewayStores.jdbi(gateway).withHandle(handle -> handle.createQuery(
                            "select count(*) from alert where kind = 'RESTORED' and closed_at is null")
                    .mapTo(Long.class)
                    .one());
            assertThat(told).isEqualTo(1);
            assertThat(admin(data, "evidence", "check").exit).isZero();
        }
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        refusals(data, backup, passphrase);
    }

    private void refusals(Path data, Path backup, Path passphrase) throws IOException {
        assertThat(run("admin", "backup", "check", backup.toString()).out).contains("nguyên vẹn", "có khóa (mã hóa)");
        assertThat(admin(data, "restore", "--from", backup.toString()).out).contains("không rỗng");

        Path wrong = Files.writeString(folder.resolve("sai"), "không phải mật khẩu đó");
        Path elsewhere = folder.resolve("noi-khac");
        Outcome closed =
                admin(elsewhere, "restore", "--from", backup.toString(), "--passphrase-file", wrong.toString());
        assertThat(closed.exit).isEqualTo(1);
        assertThat(closed.out).contains("không đúng");

        Path damaged = Files.copy(backup, folder.resolve("hong.zip"));
        try (RandomAccessFile file = new RandomAccessFile(damaged.toFile(), "rw")) {
            // More than the header of one entry, whose times and attributes no checksum covers.
            byte[] there = new byte[512];
            file.seek(file.length() / 3);
            file.readFully(there);
            for (int i = 0; i < there.length; i++) {
                there[i] ^= 0x55;
            }
            file.seek(file.length() / 3);
            file.write(there);
        }
        assertThat(run("admin", "backup", "check", damaged.toString()).exit).isEqualTo(1);
        Outcome unread =
                admin(elsewhere, "restore", "--from", damaged.toString(), "--passphrase-file", passphrase.toString());
        assertThat(unread.exit).isEqualTo(1);
        assertThat(unread.out).contains("hỏng");
        assertThat(elsewhere.resolve("vault")).doesNotExist();
        Path cut = folder.resolve("cut.zip");
        byte[] whole = Files.readAllBytes(backup);
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("admin", "backup", "check", cut.toString()).out).contains("cắt cụt");
        assertThat(admin(data, "backup", "--to", backup.toString()).out).contains("không ghi đè");
    }

    private void awaitASeal(GatewayProcess gateway, AxisClient sender) throws Exception {
        send(sender);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> GatewayStores.jdbi(gateway)
                        .withHandle(handle -> handle.createQuery("select count(*) > 0 from seal")
                                .mapTo(Boolean.class)
                                .one()));
    }

    private interface Work {
        void once() throws IOException, InterruptedException;
    }

    private void untilTheEnd(Work work) {
        while (!ending.get()) {
            try {
                work.once();
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(AxisClient sender) throws IOException, InterruptedException {
        String number = String.valueOf(numbers.incrementAndGet());
        AxisClient.Answer answer =
                sender.send("G22", "edoc", List.of(), AxisClient.File.of(PlainLetter.of("G22", "H01", number)));
        assertThat(answer.isOk()).as(answer.toString()).isTrue();
        answered.put(number, Instant.now());
    }

    private void collect(AxisClient receiver, int most) throws IOException, InterruptedException {
        for (Map<String, String> item :
                receiver.received("edoc").stream().limit(most).toList()) {
            String docId = item.get("docId");
            AxisClient.Answer copy = receiver.get(docId);
            String text = new String(Base64.getDecoder().decode(copy.text("data")), StandardCharsets.UTF_8);
            String number = text.substring(text.indexOf("<CodeNumber>") + 12, text.indexOf("</CodeNumber>"));
            handedOver
                    .computeIfAbsent(number, any -> ConcurrentHashMap.newKeySet())
                    .add(docId);
            receiver.report(docId, "done");
        }
    }

    private AxisClient client(GatewayProcess gateway, String systemId, String secret) {
        return new AxisClient(
                http, gateway.axis("/XrdAdapter/adapter"), systemId, secret, Duration.ofSeconds(60), Clock.systemUTC());
    }

    private static Instant point(String out) {
        Matcher matcher = POINT.matcher(out);
        assertThat(matcher.find()).as(out).isTrue();
        return Instant.parse(matcher.group(1));
    }

    private static String secret(Path data, String id, String agency) {
        Outcome added = admin(data, "system", "add", id, "--name", id, "--agency", agency);
        assertThat(added.exit).as(added.out).isZero();
        return added.out.strip().lines().toList().getLast();
    }

    private static Outcome admin(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of("admin"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--data",
                data.toString(),
                "--set",
                "database.embedded-binaries=" + Path.of("target", "postgres").toAbsolutePath()));
        return run(all.toArray(String[]::new));
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = RootCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        int exit = line.execute(arguments);
        return new Outcome(exit, out.toString());
    }
}
