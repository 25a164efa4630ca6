package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.routes.door.echo.EchoAgencies;
import vn.lienthong.routes.platform.Administration;

/** {@code admin echo on}: from now on the agency answers by itself. Only for one that nobody else collects for. */
@Command(
        name = "on",
        description = "Để một cơ quan tự động nhận và trả lời, từ vài giây nữa.",
        mixinStandardHelpOptions = true)
final class EchoOn extends AdminTask {
    private static final List<Right> RIGHTS = List.of(Right.SEND, Right.COLLECT, Right.STATUS);

    @Option(
            names = "--agency",
            paramLabel = "MÃ_CƠ_QUAN",
            required = true,
            description = "cơ quan chỉ dùng để kiểm thử")
    private String code = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        AgencyId agency = reading.read(code);
        Systems systems = record.systems();
        String id = EchoAgencies.SYSTEM_PREFIX + code;
        systems.receiverFor(agency, now)
                .filter(other -> !other.systemId().equals(id))
                .ifPresent(other -> {
                    throw new CommandRefused("cơ quan " + reading.label(agency) + " đã có hệ thống " + other.systemId()
                            + " nhận văn bản (expected: một cơ quan không ai nhận thay; nó sẽ trả lời MỌI văn bản)");
                });
        if (record.accountMandates().isClaimed(agency, now)) {
            throw new CommandRefused("cơ quan " + reading.label(agency)
                    + " có văn thư nhận văn bản (expected: một cơ quan không ai nhận thay; nó sẽ trả lời MỌI văn bản)");
        }
        // A secret that nobody is told: no call is ever made under this name.
        systems.save(
                new ReceivingSystem(
                        id,
                        "Cơ quan kiểm thử " + code,
                        CallerKind.AGENCY,
                        ReceivingSystem.DEFAULT_TIMESTAMP_WINDOW,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                NewSecret.make(record.random()).key());
        RIGHTS.stream()
                .filter(right -> systems.mandates(id).stream()
                        .noneMatch(
                                held -> held.right() == right && held.agency().equals(agency) && held.holdsAt(now)))
                .forEach(right -> systems.grant(id, new Mandate(agency, right, now, Optional.empty())));
        out.println(reading.label(agency) + " tự động nhận và trả lời mọi văn bản (tắt: admin echo off --agency " + code
                + ")");
    }
}
