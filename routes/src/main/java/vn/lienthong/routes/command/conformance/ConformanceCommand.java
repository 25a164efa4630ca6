package vn.lienthong.routes.command.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.routes.platform.FolderTree;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.StartRefused;

/** {@code conformance}: an integrator lets his own system call here, and is told how it takes what goes wrong on real lines. */
@Command(
        name = "conformance",
        description = {
            "Kiểm tra một hệ thống gọi vào cổng: dựng một cổng thật trong thư mục tạm, cố ý gây sự cố, và nói từng bước hệ thống",
            "của bạn xử lý đúng hay sai. Trỏ hệ thống tới địa chỉ được in ra rồi làm theo từng bước. Mã thoát 0 khi mọi bước đạt."
        },
        mixinStandardHelpOptions = true)
public final class ConformanceCommand implements Callable<Integer> {
    private static final int SECRET_BYTES = 24;

    /** The dialects that can be checked. */
    enum Door {
        AXIS,
        REST,
        SOAP,
        PROVINCIAL;

        Dialect dialect() {
            return switch (this) {
                case AXIS -> new AxisDialect();
                case REST -> new RestDialect();
                case SOAP -> new SoapDialect();
                case PROVINCIAL -> new ProvincialDialect();
            };
        }
    }

    @Option(
            names = "--door",
            paramLabel = "axis|rest|soap|provincial",
            required = true,
            description =
                    "axis (trục VXP), rest (/api/v1), soap (/services/documents) hoặc provincial (LGSP tỉnh, /v1)")
    private String doorName = "";

    @Option(
            names = "--port",
            paramLabel = "CỔNG",
            defaultValue = "9081",
            description = "cổng TCP để hệ thống của bạn gọi (mặc định: ${DEFAULT-VALUE})")
    private int port = 9081;

    @Option(
            names = "--address",
            paramLabel = "IP",
            defaultValue = "127.0.0.1",
            description = "địa chỉ nghe; ngoài máy này chỉ dùng trong mạng thử nghiệm (mặc định: ${DEFAULT-VALUE})")
    private String address = "127.0.0.1";

    @Option(
            names = "--system",
            paramLabel = "MÃ",
            defaultValue = "he-thong-thu",
            description = "systemid của hệ thống (mặc định: ${DEFAULT-VALUE})")
    private String system = "he-thong-thu";

    @Option(
            names = "--secret-file",
            paramLabel = "TỆP",
            description = "khóa bí mật của hệ thống, một dòng (mặc định: tự tạo và in ra)")
    private @Nullable Path secretFile;

    @Option(
            names = "--step-timeout",
            paramLabel = "GIÂY",
            defaultValue = "300",
            description = "chờ mỗi bước tối đa (mặc định: ${DEFAULT-VALUE})")
    private long stepSeconds = 300;

    @Option(names = "--json", paramLabel = "TỆP", description = "ghi kết quả vào tệp này, dạng JSON")
    private @Nullable Path json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** A step in the result. */
    record StepResult(String step, boolean passed, String ask, String words) {}

    /** The whole of {@code --json}. */
    record Result(String door, boolean passed, List<StepResult> steps) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("lienthong-conformance-");
        try {
            return run(door(), secret(), folder, out) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (StartRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return ExitCode.SOFTWARE;
        } finally {
            FolderTree.delete(folder);
        }
    }

    private boolean run(Door door, String secret, Path folder, PrintWriter out)
            throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of("console.port", "0", "axis.port", "0", "services.port", "0", "revocation.fetch", "false");
        out.println("dựng cổng trong " + folder + "…");
        out.flush();
        Progress progress = Progress.sinceProcessStart(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        Dialect dialect = door.dialect();
        try (RunningGateway gateway = RunningGateway.start(Mode.SERVE, folder.resolve("data"), settings, progress)) {
            Partner partner = new Partner(gateway);
            partner.register(system, secret);
            Check check = new Check(dialect, partner, gateway.part(Clock.class));
            try (FaultyDoor faulty = new FaultyDoor(listening(), port, dialect.door(gateway), check)) {
                introduce(dialect, faulty, secret, out);
                Result result = steps(door, check, out);
                if (json != null) {
                    Files.write(
                            json,
                            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
                }
                return result.passed();
            }
        }
    }

    private void introduce(Dialect dialect, FaultyDoor faulty, String secret, PrintWriter out) {
        out.println("Trỏ hệ thống của bạn tới:");
        out.println("  địa chỉ:    http://" + address + ":" + faulty.port() + dialect.path());
        out.println("  systemid:   " + system);
        out.println("  khóa:       " + secret);
        out.println("  thay mặt:   " + Partner.CLIENT + "; bên đối tác: " + Partner.CODE + "; mã đã chia: "
                + Partner.DIVIDED);
        out.println();
        out.flush();
    }

    private Result steps(Door door, Check check, PrintWriter out) throws InterruptedException {
        List<StepResult> results = new ArrayList<>();
        List<Step> all = Steps.all();
        for (Step step : all) {
            out.println("Bước " + (results.size() + 1) + "/" + all.size() + " [" + step.id() + "] " + step.ask());
            out.flush();
            Verdict verdict = check.run(step, Duration.ofSeconds(stepSeconds));
            out.println("  " + (verdict.passed() ? "✔ ĐẠT: " : "✘ CHƯA ĐẠT: ") + verdict.words());
            out.flush();
            results.add(new StepResult(step.id(), verdict.passed(), step.ask(), verdict.words()));
        }
        long passed = results.stream().filter(StepResult::passed).count();
        out.println();
        out.println("Kết quả: " + passed + "/" + results.size() + " bước đạt");
        out.flush();
        return new Result(door.name().toLowerCase(Locale.ROOT), passed == results.size(), results);
    }

    private Door door() {
        return switch (doorName) {
            case "axis" -> Door.AXIS;
            case "rest" -> Door.REST;
            case "soap" -> Door.SOAP;
            case "provincial" -> Door.PROVINCIAL;
            default -> throw new StartRefused("--door: " + doorName + " (expected: axis, rest, soap hoặc provincial)");
        };
    }

    private InetAddress listening() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new StartRefused("--address: " + address + " (expected: một địa chỉ IP của máy này)", e);
        }
    }

    private String secret() throws IOException {
        if (secretFile != null) {
            return Files.readString(secretFile, StandardCharsets.UTF_8).strip();
        }
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
