package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.IssuerSettings;

/** {@code admin system bind-issuer}: which client of the issuer in {@code services.issuer} is which system. */
@Command(
        name = "bind-issuer",
        description =
                "Cho biết client nào của bên cấp mã (services.issuer) là hệ thống này; mã của client đó được nhận.",
        mixinStandardHelpOptions = true)
final class BindIssuer extends AdminTask {

    @Parameters(index = "0", paramLabel = "MÃ", description = "systemid của hệ thống")
    private String id = "";

    @Option(
            names = "--client",
            paramLabel = "CLIENT",
            required = true,
            description = "client id ở bên cấp mã, đúng từng chữ")
    private String client = "";

    @Option(names = "--remove", description = "bỏ ràng buộc này: mã của client đó không còn được nhận")
    private boolean remove;

    @Override
    void run(Administration record, PrintWriter out) {
        URI issuer = record.issuer()
                .map(IssuerSettings::uri)
                .orElseThrow(
                        () -> new CommandRefused(
                                "services.issuer.uri: chưa có (expected: cấu hình bên cấp mã trước, cùng --set hoặc lienthong.yaml)"));
        Systems systems = record.systems();
        KnownSystem.require(systems, id);
        if (client.isBlank() || client.indexOf('\0') >= 0) {
            throw new CommandRefused("--client: trống (expected: client id ở bên cấp mã)");
        }
        String name = issuer.toString();
        if (remove) {
            if (!systems.unbindClient(name, client, id)) {
                throw new CommandRefused("client " + client + ": không gắn với hệ thống " + id
                        + " (expected: một trong " + systems.clientsOf(name, id) + ")");
            }
            out.println("đã bỏ: client " + client + " của " + name + " không còn là hệ thống " + id);
            return;
        }
        if (!systems.bindClient(name, client, id)) {
            throw new CommandRefused("client " + client + ": đã là hệ thống "
                    + systems.ofClient(name, client).orElse("khác") + " (expected: bỏ ràng buộc đó trước, --remove)");
        }
        List<String> all = systems.clientsOf(name, id);
        out.println("client " + client + " của " + name + " là hệ thống " + id + ", từ lời gọi kế tiếp; tất cả: "
                + String.join(", ", all));
    }
}
