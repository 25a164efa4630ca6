package vn.lienthong.routes;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;

/** A gateway for tests that trusts development certificates, which {@code serve} rightly refuses; takes its arguments. */
public final class DevelopmentGateway {

    private DevelopmentGateway() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("io.netty.noUnsafe", "false");
        Path data = Path.of(arguments[2]);
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 3; i + 1 < arguments.length; i += 2) {
            String[] setting = arguments[i + 1].split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        try (RunningGateway gateway = RunningGateway.start(Mode.DEMO, data, settings, Progress.silent())) {
            gateway.awaitClose();
        }
    }
}
