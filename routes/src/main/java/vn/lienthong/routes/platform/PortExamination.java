package vn.lienthong.routes.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Whether the listeners would find their ports free, and are safe to open. */
final class PortExamination {
    private PortExamination() {}

    static List<Diagnosis> examine(GatewayConfiguration configuration) {
        ConsoleSettings console = configuration.console();
        AxisSettings axis = configuration.axis();
        ServicesSettings services = configuration.services();
        return List.of(
                port("console", console.address(), console.port()),
                port("axis", axis.address(), axis.port()),
                port("services", services.address(), services.port()),
                privacy(new PlainListenerCheck("console", console.address(), console.tls(), console.plainHttp())),
                privacy(new PlainListenerCheck("axis", axis.address(), axis.tls(), axis.plainHttp())),
                privacy(new PlainListenerCheck("services", services.address(), services.tls(), services.plainHttp())));
    }

    /** @throws StartRefused when another program listens where this one will: better now than behind half a start */
    static void requireFree(GatewayConfiguration configuration) {
        ConsoleSettings console = configuration.console();
        AxisSettings axis = configuration.axis();
        ServicesSettings services = configuration.services();
        List.of(
                        port("console", console.address(), console.port()),
                        port("axis", axis.address(), axis.port()),
                        port("services", services.address(), services.port()))
                .stream()
                .filter(diagnosis -> diagnosis.state() == Diagnosis.State.WRONG)
                .findFirst()
                .ifPresent(taken -> {
                    throw new StartRefused(taken.what() + ": " + taken.found() + " (" + taken.todo() + ")");
                });
    }

    private static Diagnosis port(String group, InetAddress address, int port) {
        String what = "cổng " + group;
        String where = address.getHostAddress() + ":" + port;
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            return Diagnosis.good(what, where + (socket.getLocalPort() == port ? " còn trống" : " (tự chọn)"));
        } catch (IOException e) {
            return Diagnosis.wrong(
                    what,
                    where + " không mở được: " + e.getMessage(),
                    "dừng chương trình đang giữ cổng, hoặc đặt lienthong." + group + ".port");
        }
    }

    private static Diagnosis privacy(PlainListenerCheck check) {
        String what = "mã hoá " + check.group();
        return check.refusal()
                .map(refusal -> Diagnosis.wrong(
                        what,
                        refusal,
                        "đặt lienthong." + check.group()
                                + ".tls.key-store, hoặc .plain-http=true sau một proxy có TLS"))
                .orElseGet(() -> Diagnosis.good(
                        what, check.tls() != null ? "TLS" : check.plainHttp() ? "proxy phía trước" : "chỉ máy này"));
    }
}
