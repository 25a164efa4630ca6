package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signer end}: the officer has the key no more, from now on; a gateway that runs needs no restart. */
@Command(
        name = "end",
        description = "Thôi dùng một khóa ký, từ bây giờ; những gì đã ký vẫn còn.",
        mixinStandardHelpOptions = true)
final class EndSignerKey extends AdminTask {
    @Parameters(index = "0", paramLabel = "KHÓA", description = "như lệnh admin signer list in ra")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        SignerKeys keys = record.signerKeys();
        SignerKey key = KnownSigner.require(keys, id);
        if (!keys.end(key.id(), record.clock().instant())) {
            throw new CommandRefused("khóa ký " + id + ": đã kết thúc"
                    + key.to().map(to -> " lúc " + Times.text(to)).orElse(""));
        }
        Actor.note(
                record,
                AccessAct.SIGNER_ENDED,
                key.username(),
                id + ", " + key.certificate().names());
        out.println("đã thôi dùng khóa ký " + id + " (" + key.certificate().names() + ")");
    }
}
