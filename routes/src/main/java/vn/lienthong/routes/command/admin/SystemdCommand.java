package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.unit.DataSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.lienthong.routes.command.DataOptions;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.ConfigurationReader;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.NamedFiles;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.StartRefused;

/** {@code admin systemd}: a unit file for this program, this Java and this data folder; starts and installs nothing. */
@Command(
        name = "systemd",
        description = {
            "In ra (hoặc ghi bằng --write) một unit systemd đã siết quyền để chạy serve trên thư mục dữ liệu này.",
            "Sau đó: systemctl daemon-reload && systemctl enable --now lienthong"
        },
        mixinStandardHelpOptions = true)
final class SystemdCommand implements Callable<Integer> {
    /** Camel and the container take up to 20 s each after the doors are empty, the database and broker seconds. */
    private static final Duration AFTER_THE_DOORS = Duration.ofSeconds(90);

    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final DataSize LEAST = DataSize.ofMegabytes(768);
    private static final int FIRST_FREE_PORT = 1024;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--user",
            paramLabel = "TÀI_KHOẢN",
            defaultValue = "lienthong",
            description = "tài khoản chạy cổng (mặc định: ${DEFAULT-VALUE})")
    private String user = "lienthong";

    @Option(
            names = "--memory-max",
            paramLabel = "CỠ",
            defaultValue = "4GB",
            description =
                    "MemoryMax của cả dịch vụ, PostgreSQL nhúng gồm trong đó; Java được một nửa (mặc định: ${DEFAULT-VALUE})")
    private String memoryMax = "4GB";

    @Option(
            names = "--also-write",
            paramLabel = "THƯ_MỤC",
            description =
                    "thư mục mà cổng còn phải ghi, ngoài thư mục dữ liệu và các thư mục của admin folder list; lặp lại được")
    private List<Path> alsoWrite = List.of();

    @Option(names = "--jar", paramLabel = "TỆP", description = "lienthong.jar (mặc định: tệp đang chạy lệnh này)")
    private @Nullable Path jar;

    @Option(
            names = "--write",
            paramLabel = "TỆP",
            description = "ghi vào tệp mới, ví dụ /etc/systemd/system/lienthong.service")
    private @Nullable Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            String text = unit().text();
            if (file == null) {
                out.print(text);
                out.flush();
            } else {
                write(file, text);
                out.println("đã ghi " + file + "; kiểm tra: systemd-analyze verify " + file);
            }
            return ExitCode.OK;
        } catch (CommandRefused | StartRefused refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private SystemdUnit unit() {
        Path data = options.data().toAbsolutePath().normalize();
        GatewayConfiguration configuration = ConfigurationReader.read(data, options.settings());
        if (!ACCOUNT.matcher(user).matches() || user.equals("root")) {
            throw new CommandRefused("--user: " + user + " (expected: một tài khoản thường, ví dụ lienthong)");
        }
        DataSize memory = size();
        long stop = configuration.door().drain().plus(AFTER_THE_DOORS).toSeconds();
        boolean lowPort = IntStream.of(
                        configuration.console().port(),
                        configuration.axis().port(),
                        configuration.services().port())
                .anyMatch(port -> port > 0 && port < FIRST_FREE_PORT);
        List<String> command = command(data, memory);
        warnOfRootsOwn(command);
        List<Path> besides = Stream.concat(
                        alsoWrite.stream().map(path -> path.toAbsolutePath().normalize()),
                        exchanged(data, configuration))
                .distinct()
                .toList();
        return new SystemdUnit(
                command, user, data, NamedFiles.of(configuration), memory.toMegabytes(), stop, lowPort, besides);
    }

    /** The exchange folders on record; before the first start there is no record, and none is made for this. */
    private Stream<Path> exchanged(Path data, GatewayConfiguration configuration) {
        boolean recorded = configuration.database().external() != null || Files.isDirectory(data.resolve("postgres"));
        if (!recorded) {
            return Stream.empty();
        }
        LoggingSystem.get(SystemdCommand.class.getClassLoader()).beforeInitialize();
        Progress progress = Progress.sinceProcessStart(System.err);
        try (Administration record = Administration.open(data, options.settings(), progress)) {
            return record.exchangeFolders().all().stream().map(folder -> Path.of(folder.path()));
        } catch (StartRefused | JdbiException unreadable) {
            spec.commandLine()
                    .getErr()
                    .println("lưu ý: không đọc được danh sách thư mục trao đổi, hãy nêu chúng bằng --also-write ("
                            + String.valueOf(unreadable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + ")");
            return Stream.empty();
        }
    }

    /** Nobody else may enter it, whatever systemd lets the service see. */
    private void warnOfRootsOwn(List<String> command) {
        command.stream().filter(word -> word.startsWith("/root/")).forEach(word -> spec.commandLine()
                .getErr()
                .println("lưu ý: " + word + " ở trong /root, tài khoản " + user
                        + " thường không đọc được (expected: một nơi như /opt/lienthong, /usr/lib/jvm)"));
    }

    private DataSize size() {
        try {
            DataSize size = DataSize.parse(memoryMax);
            if (size.compareTo(LEAST) >= 0) {
                return size;
            }
        } catch (IllegalArgumentException unreadable) {
            // Told below, as one too small.
        }
        throw new CommandRefused("--memory-max: " + memoryMax + " (expected: từ 768MB, ví dụ 4GB)");
    }

    private List<String> command(Path data, DataSize memory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + memory.toMegabytes() / 2 + "m");
        command.add("-jar");
        command.add(jar().toString());
        command.addAll(List.of("serve", "--data", data.toString()));
        options.settings().forEach((name, value) -> command.addAll(List.of("--set", name + "=" + value)));
        return command;
    }

    private Path jar() {
        Path known = jar == null ? Path.of(System.getProperty("java.class.path")) : jar;
        if (!known.toString().endsWith(".jar") || !Files.isReadable(known)) {
            throw new CommandRefused("--jar: " + known + " (expected: tệp lienthong.jar, với thư mục lib bên cạnh)");
        }
        return known.toAbsolutePath().normalize();
    }

    private static void write(Path file, String text) {
        try {
            if (Files.exists(file)) {
                throw new CommandRefused("--write: " + file + " đã có (expected: tệp mới)");
            }
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandRefused("--write: không ghi được " + file + ": " + e.getMessage(), e);
        }
    }
}
