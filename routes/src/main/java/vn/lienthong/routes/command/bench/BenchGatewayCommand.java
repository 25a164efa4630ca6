package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.routes.command.demo.BenchWorld;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;

/** The gateway under the bench, in a process of its own so that its processor time is its own. Ends with its input. */
@Command(name = "bench-gateway", hidden = true)
public final class BenchGatewayCommand implements Callable<Integer> {
    /** Begins the one line that says the port of the axis door. */
    static final String READY = "READY ";

    static final String SECRET_FILE = "bench-secret";

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Override
    public Integer call() throws IOException {
        // One system drives it, and is not to be kept to its share.
        Map<String, String> settings = Map.of(
                "axis.port", "0",
                "console.port", "0",
                "services.port", "0",
                "revocation.fetch", "false",
                "limits.calls-per-minute", "1000000",
                "limits.uploads-per-caller", "64");
        String secret = Files.readString(data.resolve(SECRET_FILE), StandardCharsets.US_ASCII);
        try (RunningGateway gateway = RunningGateway.start(Mode.DEMO, data, settings, Progress.silent())) {
            BenchWorld.settle(gateway, data, secret, Clock.systemUTC());
            System.out.println(READY + gateway.part(AxisListener.class).port());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        return 0;
    }
}
