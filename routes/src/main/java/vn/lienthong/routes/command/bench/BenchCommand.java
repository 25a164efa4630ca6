package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.routes.command.demo.BenchWorld;

/** {@code bench}: a gateway of its own, driven over its axis door; its costs beside those nobody can spare it. */
@Command(
        name = "bench",
        description = "Đo tốc độ và chi phí mỗi văn bản, cạnh mức sàn đo cùng lúc (measure cost per document).",
        mixinStandardHelpOptions = true,
        subcommands = BenchSignaturesCommand.class)
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--size", split = ",", defaultValue = "10KB,1MB,10MB", description = "cỡ PDF (${DEFAULT-VALUE})")
    private List<String> sizes = new ArrayList<>();

    @Option(names = "--signatures", split = ",", defaultValue = "1,3", description = "số chữ ký (${DEFAULT-VALUE})")
    private List<Integer> signatures = new ArrayList<>();

    @Option(names = "--threads", defaultValue = "4", description = "số luồng gửi (${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--rounds", defaultValue = "3", description = "số lượt mỗi cỡ (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "3", description = "độ dài một lượt, giây (${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "chạy nóng trước cỡ đầu tiên, ít nhất chừng này giây (${DEFAULT-VALUE})")
    private double warmUpSeconds;

    @Option(names = "--documents", defaultValue = "0", description = "số văn bản một lượt, thay cho --seconds")
    private int documents;

    @Option(
            names = "--limit",
            defaultValue = "480",
            description = "sau chừng này giây không bắt đầu cỡ hay lượt mới (${DEFAULT-VALUE})")
    private int limitSeconds;

    @Option(names = "--json", paramLabel = "TỆP", description = "ghi kết quả dạng JSON vào tệp, sau mỗi cỡ")
    private @Nullable Path json;

    @Option(names = "--data", paramLabel = "THƯ_MỤC", description = "thư mục dữ liệu mới (mặc định: tạm, xóa khi xong)")
    private @Nullable Path data;

    @Option(names = "--gateway-option", description = "tùy chọn Java của cổng, ví dụ -Xmx512m; có thể lặp lại")
    private List<String> gatewayOptions = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        BenchPlan plan = plan();
        Path folder = data == null ? Files.createTempDirectory("lienthong-bench") : Files.createDirectories(data);
        try {
            return run(plan, folder.toAbsolutePath(), Clock.systemUTC());
        } catch (BenchFailed failed) {
            spec.commandLine().getErr().println("bench: " + failed.getMessage());
            return 1;
        } finally {
            if (data == null) {
                delete(folder);
            }
        }
    }

    /** @throws ParameterException naming the option that is out of range */
    BenchPlan plan() {
        try {
            List<BenchCase> cases = new ArrayList<>();
            for (String size : sizes) {
                for (int count : signatures) {
                    cases.add(new BenchCase(ByteSize.parse(size), count));
                }
            }
            return new BenchPlan(
                    cases, threads, rounds, seconds, warmUpSeconds, documents, Duration.ofSeconds(limitSeconds));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int run(BenchPlan plan, Path folder, Clock clock) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (Files.exists(folder.resolve("postgres"))) {
            throw new BenchFailed("thư mục dữ liệu " + folder + " đã dùng (cần: thư mục mới)");
        }
        out.println("khởi động cổng trong " + folder);
        String secret = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
        Files.writeString(folder.resolve(BenchGatewayCommand.SECRET_FILE), secret, StandardCharsets.US_ASCII);
        BenchWorld world = BenchWorld.make(folder, clock);
        try (BenchGateway gateway = BenchGateway.start(folder, gatewayOptions);
                Drive drive = new Drive(gateway, secret, plan.threads(), clock)) {
            BenchText text = new BenchText(out);
            text.begin(plan);
            List<CaseResult> results = new ArrayList<>();
            new RunBench(plan, world, folder, gateway, drive, clock).run(text::say, one -> {
                // What is measured is told at once: a run that is cut short keeps it.
                results.add(one);
                text.row(one);
                writeJson(plan, results, clock);
            });
            text.end(plan, results);
        }
        return 0;
    }

    private void writeJson(BenchPlan plan, List<CaseResult> results, Clock clock) throws IOException {
        if (json != null) {
            Files.writeString(json, BenchJson.write(plan, results, clock.instant()), StandardCharsets.UTF_8);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(one);
            }
        }
    }
}
