package vn.lienthong.routes.door.axis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.routes.platform.AxisListener;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.ReadyCluster;
import vn.lienthong.routes.platform.RunningGateway;

/**
 * The real door of a gateway in this process, with narrow limits so that a test can pass them, and a system for each of a
 * few agencies. Their secrets are {@code secret of CODE}.
 */
final class Door implements AutoCloseable {

    static final int MAX_LISTED = 4;
    static final int MAX_UPLOADS = 2;
    static final Duration UPLOAD_TIMEOUT = Duration.ofSeconds(6);
    static final Duration SILENCE = Duration.ofSeconds(2);
    static final int MAX_PACKET_BYTES = 2 * 1024 * 1024;

    final RunningGateway gateway;
    private final Path folder;

    Door(Path folder) {
        this.folder = folder;
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("console.port", "0");
        settings.put("axis.port", "0");
        settings.put("services.port", "0");
        settings.put("axis.read-timeout", SILENCE.toSeconds() + "s");
        settings.put("door.max-listed", String.valueOf(MAX_LISTED));
        settings.put("door.max-uploads", String.valueOf(MAX_UPLOADS));
        settings.put("limits.uploads-per-caller", String.valueOf(MAX_UPLOADS));
        settings.put("door.upload-timeout", UPLOAD_TIMEOUT.toSeconds() + "s");
        settings.put("door.collect-lease", "2s");
        settings.put("packet.max-size", MAX_PACKET_BYTES + "B");
        settings.put("packet.max-attachment-size", "1MB");
        settings.put(
                "database.embedded-binaries",
                Path.of("target", "postgres").toAbsolutePath().toString());
        ReadyCluster.layInto(folder);
        this.gateway = RunningGateway.start(Mode.DEMO, folder, settings, Progress.silent());
        for (String code : List.of("G22", "H53", "H41", "G17", "G12", "H01")) {
            connect("sys-" + code, code, Duration.ofHours(24));
        }
        connect("sys-short", "G22", Duration.ofMinutes(1));
    }

    private void connect(String systemId, String code, Duration window) {
        Systems systems = gateway.part(Systems.class);
        Instant now = gateway.part(Clock.class).instant();
        systems.save(
                new ReceivingSystem(
                        systemId,
                        "Hệ thống " + code,
                        CallerKind.AGENCY,
                        window,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        true),
                ("secret of " + code).getBytes(StandardCharsets.UTF_8));
        for (Right right : List.of(Right.SEND, Right.COLLECT, Right.STATUS)) {
            systems.grant(
                    systemId,
                    new Mandate(
                            gateway.part(Agencies.class)
                                    .current()
                                    .holderOf(new AgencyCode(code), now)
                                    .orElseThrow(),
                            right,
                            now.minusSeconds(3_600),
                            Optional.empty()));
        }
    }

    int port() {
        return gateway.part(AxisListener.class).port();
    }

    /** A call of the agency's own system. */
    Knock knock(String code, String operation) {
        return new Knock(port(), "sys-" + code, "secret of " + code, operation);
    }

    /** Sends the packet as the agency's existing client would. */
    Reply send(String code, String packet) throws IOException {
        return knock(code, "sendEdoc").file(packet).call();
    }

    /** The newest line that an operator finds among the refusals. */
    Refusals.Refusal newestRefusal() {
        return gateway.part(Refusals.class).latest(1).getFirst();
    }

    long rows(String table) {
        return gateway.part(Jdbi.class).withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    /** Files of calls that ended: there should be none. */
    List<Path> leftovers() throws IOException {
        try (Stream<Path> scratch = Files.walk(folder.resolve("scratch"));
                Stream<Path> spool = Files.walk(folder.resolve("vault").resolve("spool"))) {
            return Stream.concat(scratch, spool).filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
