package vn.lienthong.routes.command.admin;

import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.routes.platform.Administration;

/** Who works at the machine: a command has no login of the console's. */
final class Actor {
    private Actor() {}

    /** Writes into the journal what was done here. */
    static void note(Administration record, AccessAct act, String subject, String detail) {
        record.people().events().add(new AccessEvent(record.clock().instant(), here(), act, subject, detail));
    }

    /** For the record, where a command gives somebody an account: whoever works here may have kept what opens it. */
    static LetIn lettingIn(Administration record) {
        return new LetIn(here(), record.clock().instant());
    }

    /** As evidence names it. */
    static String here() {
        return Administration.commandLine();
    }
}
