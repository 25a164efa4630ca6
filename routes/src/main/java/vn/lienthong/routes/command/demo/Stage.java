package vn.lienthong.routes.command.demo;

import java.util.Map;
import java.util.Objects;

/**
 * Everything the scenes play with.
 *
 * @param impostor knows a system's name, but not its secret
 * @param desk where the clerk works whose agency has no document system
 * @param officer who signs for that agency
 * @param first the letter that most of the story is about
 * @param firstNumber the letters of this run are numbered from here on
 */
record Stage(
        Map<DemoAgency, Office> offices,
        Office impostor,
        WriteLetter writing,
        Ledger ledger,
        CheckEvidence evidence,
        PushReceiver push,
        VisitConsole console,
        ClerksDesk desk,
        OfficersDesk officer,
        Letter first,
        int firstNumber) {

    Office office(DemoAgency agency) {
        return Objects.requireNonNull(offices.get(agency));
    }

    Office sender() {
        return office(DemoAgency.VPCP);
    }

    /** A further letter of this run. */
    Letter letter(int which, String subject, DemoAgency to) {
        return writing.write(firstNumber + which, subject, to.block());
    }
}
