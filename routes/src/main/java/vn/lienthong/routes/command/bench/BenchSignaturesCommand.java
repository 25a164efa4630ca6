package vn.lienthong.routes.command.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.routes.command.demo.BenchWorld;

/** {@code bench signatures}: verifying and signing by themselves, without a gateway, beside DSS and the bare operations. */
@Command(
        name = "signatures",
        description =
                "Đo kiểm, ký PDF và kiểm XAdES cạnh DSS và các phép tính trần, cùng một lượt (measure signatures alone).",
        mixinStandardHelpOptions = true)
final class BenchSignaturesCommand implements Callable<Integer> {
    private static final String NONE = "0KB";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--size", split = ",", defaultValue = "20KB,100KB,1MB", description = "cỡ PDF (${DEFAULT-VALUE})")
    private List<String> sizes = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "5", description = "số lượt, lấy trung vị (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--files", defaultValue = "10", description = "số tệp mới mỗi lượt (${DEFAULT-VALUE})")
    private int files;

    @Option(
            names = "--warm-up",
            defaultValue = "2000",
            description = "ms CPU chạy nóng mỗi phép trước lượt đầu (${DEFAULT-VALUE})")
    private int warmUpMillis;

    @Option(names = "--large", defaultValue = "100MB", description = "cỡ tệp lớn; 0KB: không đo (${DEFAULT-VALUE})")
    private String large = "100MB";

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Option(names = "--json", paramLabel = "TỆP", description = "ghi kết quả dạng JSON vào tệp")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        within("--rounds", rounds, 1, 100);
        within("--files", files, 1, 1_000);
        within("--warm-up", warmUpMillis, 0, 60_000);
        List<ByteSize> measured = sizes();
        // The other engine tells its steps at a level that would be measured with it.
        LoggingSystem.get(BenchSignaturesCommand.class.getClassLoader()).beforeInitialize();
        Path folder = Files.createTempDirectory("lienthong-bench");
        try {
            return run(measured, folder, Clock.systemUTC());
        } catch (BenchFailed failed) {
            spec.commandLine().getErr().println("bench: " + failed.getMessage());
            return 1;
        } finally {
            BenchCommand.delete(folder);
        }
    }

    private void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), name + ": " + value + " (cần: " + least + " đến " + most + ")");
        }
    }

    /** Before anything is measured: who finds a wrong word after an hour has lost it. */
    private List<ByteSize> sizes() {
        try {
            List<ByteSize> measured = new ArrayList<>();
            for (String size : sizes) {
                measured.add(ByteSize.parse(size));
            }
            if (!large.equals(NONE)) {
                ByteSize.parse(large);
            }
            return measured;
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int run(List<ByteSize> measured, Path folder, Clock clock) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        BenchLines lines = new BenchLines(out);
        Instant now = clock.instant();
        Optional<BenchSigning.Named> batchKey = batch.count() > 0 ? Optional.of(batch.key(clock)) : Optional.empty();
        try {
            measure(measured, batchKey, lines, folder, clock);
            lines.end();
        } finally {
            // What was measured before something failed is measured.
            if (json != null) {
                Files.writeString(json, lines.json(now, rounds, files), StandardCharsets.UTF_8);
            }
        }
        out.flush();
        return 0;
    }

    private void measure(
            List<ByteSize> measured, Optional<BenchSigning.Named> batchKey, BenchLines lines, Path folder, Clock clock)
            throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = clock.instant();
        BenchWorld world = BenchWorld.make(folder, clock);
        BenchTrust trust = BenchTrust.of(folder);
        MeasureFresh measure = new MeasureFresh(rounds, files, Duration.ofMillis(warmUpMillis), runs -> {
            out.println("  chạy nóng: " + runs + " lần mỗi phép");
            out.flush();
        });
        out.println("thời gian CPU của một luồng; trung vị " + rounds + " lượt, mỗi lượt " + files + " tệp mới");
        BenchVerifying verifying = new BenchVerifying(world, trust, measure, now);
        if (warmUpMillis > 0) {
            verifying.warm(measured.getFirst());
        }
        for (ByteSize size : measured) {
            verifying.run(size, lines);
            verifying.stamped(size, lines);
        }
        new BenchXades(world, trust, measure, now).run(lines);
        BenchSigning signing = new BenchSigning(world, measure, now);
        for (Map.Entry<String, SigningKey> one : BenchWorld.keys(clock).entrySet()) {
            signing.run(new BenchSigning.Named(one.getKey() + " (PKCS#12)", one.getValue()), lines);
        }
        if (!large.equals(NONE)) {
            new BenchLarge(world, trust.pdf(), folder, measure, now).run(ByteSize.parse(large), lines);
        }
        if (batchKey.isPresent()) {
            new BenchBatch(world, now).run(batchKey.get(), batch.count(), lines);
        }
    }
}
