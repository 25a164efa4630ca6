package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.routes.platform.Administration;

/** What gives a system another secret: with the old one no call is authentic any more, from the next one on. */
abstract class RekeySystem extends AdminTask {
    private final boolean enabled;

    @Parameters(index = "0", paramLabel = "MÃ", description = "systemid của hệ thống")
    private String id = "";

    /** @param enabled whether the system may call afterwards */
    RekeySystem(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    final void run(Administration record, PrintWriter out) {
        Systems systems = record.systems();
        ReceivingSystem system = KnownSystem.require(systems, id);
        NewSecret secret = NewSecret.make(record.random());
        save(record, system.withEnabled(enabled), secret);
        tell(id, secret, out);
    }

    /** The old one counts no longer. */
    void save(Administration record, ReceivingSystem system, NewSecret secret) {
        record.systems().save(system, secret.key());
    }

    abstract void tell(String id, NewSecret secret, PrintWriter out);
}
