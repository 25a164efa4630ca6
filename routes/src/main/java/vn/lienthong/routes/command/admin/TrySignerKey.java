package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.routes.link.SigningServices;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signer try}: opens an officer's key once, and lets the nodes use a secret again that was wrong. */
@Command(
        name = "try",
        description =
                "Mở thử một khóa ký, đúng một lần. Mở được thì mã PIN từng bị từ chối được dùng lại ở mọi nút (sau khi mở"
                        + " khóa thiết bị bằng công cụ của nơi cấp).",
        mixinStandardHelpOptions = true)
final class TrySignerKey extends AdminTask {
    @Parameters(index = "0", paramLabel = "KHÓA", description = "như lệnh admin signer list in ra")
    private String id = "";

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        SignerKey key = KnownSigner.require(record.signerKeys(), id);
        try (SigningServices services = record.signingServices()) {
            // What a demonstration may and serve may not is said when the key is added; here the key is what matters.
            new HeldKeys<>(
                            record.signerKeys(),
                            record.proofs().sealTrust(),
                            new OpenKeys(services),
                            "admin signer",
                            true)
                    .tryOnce(key, now);
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        } catch (SigningException unusable) {
            Actor.note(record, AccessAct.SIGN_FAILED, key.username(), id + ": " + unusable.getMessage());
            throw new CommandRefused("khóa ký " + id + ": " + unusable.getMessage(), unusable);
        }
        out.println("khóa ký " + id + " (" + key.certificate().names() + "): mở khóa được; lãnh đạo ký được");
    }
}
