package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;

/** One gateway of {@code demo network}, in a process of its own. Ends with its input, so that none is left behind. */
@Command(name = "demo-gateway", hidden = true)
public final class DemoGatewayCommand implements Callable<Integer> {
    /** Begins the one line that says the port of the axis door. */
    static final String READY = "READY ";

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        DemoFolder folder = DemoFolder.in(data);
        try (RunningGateway gateway = RunningGateway.start(Mode.DEMO, folder.data(), settings, Progress.silent())) {
            System.out.println(READY + gateway.part(AxisListener.class).port());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        return 0;
    }
}
