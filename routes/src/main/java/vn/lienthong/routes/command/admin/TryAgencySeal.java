package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SealKeys;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.routes.link.SigningServices;
import vn.lienthong.routes.platform.Administration;

/** {@code admin seal try}: opens the key of an agency's seal once, and lets the nodes use a secret again that was wrong. */
@Command(
        name = "try",
        description =
                "Mở thử khóa con dấu của một cơ quan, đúng một lần. Mở được thì mã PIN từng bị từ chối được dùng lại ở"
                        + " mọi nút (sau khi mở khóa thiết bị bằng công cụ của nơi cấp).",
        mixinStandardHelpOptions = true)
final class TryAgencySeal extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ_CƠ_QUAN", description = "mã định danh của cơ quan")
    private String code = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        AgencyId agency = new ReadAgency(record.agencies().current(), now).read(code);
        AgencySeal seal = record.agencySeals()
                .of(agency, now)
                .orElseThrow(
                        () -> new CommandRefused("cơ quan " + code + ": không có con dấu (expected: admin seal add)"));
        String about = seal.agency() + ", " + seal.certificate().names();
        try (SigningServices services = record.signingServices()) {
            // What a demonstration may and serve may not is said when the seal is added; here the key is what matters.
            new SealKeys(record.agencySeals(), record.proofs().sealTrust(), new OpenKeys(services), true)
                    .tryOnce(seal, now);
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        } catch (SigningException unusable) {
            Actor.note(record, AccessAct.SEAL_FAILED, seal.id().toString(), about + ": " + unusable.getMessage());
            throw new CommandRefused("con dấu " + seal.id() + ": " + unusable.getMessage(), unusable);
        }
        out.println(
                "con dấu " + seal.id() + " (" + seal.certificate().names() + "): mở khóa được; văn thư đóng dấu được");
    }
}
