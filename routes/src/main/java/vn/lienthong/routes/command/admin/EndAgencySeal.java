package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.SealId;
import vn.lienthong.routes.platform.Administration;

/** {@code admin seal end}: the agency has the seal no more, from now on; a gateway that runs needs no restart. */
@Command(
        name = "end",
        description = "Thôi dùng một con dấu, từ bây giờ; những gì đã đóng vẫn còn.",
        mixinStandardHelpOptions = true)
final class EndAgencySeal extends AdminTask {
    @Parameters(index = "0", paramLabel = "CON_DẤU", description = "như lệnh admin seal list in ra")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        AgencySeals seals = record.agencySeals();
        AgencySeal seal = known(seals);
        Instant now = record.clock().instant();
        if (!seals.end(seal.id(), now)) {
            throw new CommandRefused("con dấu " + id + ": đã kết thúc"
                    + seal.to().map(to -> " lúc " + Times.text(to)).orElse(""));
        }
        Actor.note(
                record,
                AccessAct.SEAL_ENDED,
                id,
                seal.agency() + ", " + seal.certificate().names());
        out.println("đã thôi dùng con dấu " + id + " (" + seal.certificate().names() + ")");
    }

    private AgencySeal known(AgencySeals seals) {
        try {
            return seals.find(new SealId(UUID.fromString(id))).orElseThrow(this::unknown);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private CommandRefused unknown() {
        return new CommandRefused("con dấu " + id + ": không có (expected: một trong admin seal list)");
    }
}
