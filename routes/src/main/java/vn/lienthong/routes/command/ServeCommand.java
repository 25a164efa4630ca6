package vn.lienthong.routes.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.AxisSettings;
import vn.lienthong.routes.platform.ConsoleListener;
import vn.lienthong.routes.platform.ConsoleSettings;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;
import vn.lienthong.routes.platform.ServicesListener;
import vn.lienthong.routes.platform.ServicesSettings;
import vn.lienthong.routes.platform.TellSystemd;

/** {@code serve}: runs the gateway until it is told to stop. */
@Command(name = "serve", description = "Chạy cổng với văn bản thật (run the gateway).", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private DataOptions options = new DataOptions();

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = Progress.sinceProcessStart(System.out);
        try (RunningGateway gateway = RunningGateway.start(Mode.SERVE, options.data, options.settings, progress)) {
            progress.say("sẵn sàng");
            System.out.println("  trang quản trị: " + console(gateway));
            System.out.println("  trục (VXP):     " + axis(gateway));
            System.out.println("  dịch vụ (REST): " + services(gateway));
            TellSystemd.ready();
            gateway.awaitClose();
            TellSystemd.stopping();
        }
        return 0;
    }

    private static String console(RunningGateway gateway) {
        ConsoleSettings settings = gateway.configuration().console();
        return (settings.tls() == null ? "http://" : "https://")
                + settings.address().getHostAddress() + ":"
                + gateway.part(ConsoleListener.class).port() + "/";
    }

    private static String services(RunningGateway gateway) {
        ServicesSettings settings = gateway.configuration().services();
        return (settings.tls() == null ? "http://" : "https://")
                + settings.address().getHostAddress() + ":"
                + gateway.part(ServicesListener.class).port()
                + "/api/v1";
    }

    private static String axis(RunningGateway gateway) {
        AxisSettings settings = gateway.configuration().axis();
        return (settings.tls() == null ? "http://" : "https://")
                + settings.address().getHostAddress() + ":"
                + gateway.part(AxisListener.class).port()
                + "/XrdAdapter/adapter";
    }
}
