package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.approval.AddSigner;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.routes.link.SigningServices;
import vn.lienthong.routes.platform.Administration;

/** {@code admin signer add}: from now on the officer signs with the key; the one before ends now. */
@Command(
        name = "add",
        description = "Đưa khóa ký của một lãnh đạo vào dùng; khóa trước của người đó kết thúc.",
        mixinStandardHelpOptions = true)
final class AddSignerKey extends AdminTask {
    @Option(names = "--user", paramLabel = "TÀI_KHOẢN", required = true, description = "tên đăng nhập của lãnh đạo")
    private String username = "";

    @Mixin
    private SealPlace place = new SealPlace();

    @Option(
            names = "--picture",
            paramLabel = "TỆP",
            description =
                    "hình chữ ký tay, màu xanh, PNG nền trong suốt, tối đa 2 MB (Nghị định 30/2020/NĐ-CP); bắt buộc,"
                            + " trừ với --desk: chương trình ký ở máy vẽ hình của nó")
    private @Nullable Path picture;

    @Override
    void run(Administration record, PrintWriter out) {
        AddSigner.Wanted wanted = new AddSigner.Wanted(
                KnownAccount.require(record.accounts(), username),
                place.place(),
                place.secretFile(),
                place.secret(),
                picture(),
                Actor.here());
        switch (add(record, wanted)) {
            case AddSigner.Outcome.Refused refused -> throw new CommandRefused(refused.why());
            case AddSigner.Outcome.Added added -> {
                print(added, out);
                if (!maySign(record, added.key())) {
                    out.println("cho lãnh đạo ký: admin user mandate grant " + username + " MÃ_CƠ_QUAN sign");
                }
            }
        }
    }

    private AddSigner.Outcome add(Administration record, AddSigner.Wanted wanted) {
        try (SigningServices services = record.signingServices()) {
            AddSigner adding = new AddSigner(
                    record.signerKeys(),
                    record.proofs().sealTrust(),
                    new OpenKeys(services),
                    record.people().events(),
                    UUID::randomUUID,
                    record.clock());
            return place.certificate()
                    .map(file -> adding.add(wanted, TokenCertificate.read(file)))
                    .orElseGet(() -> adding.add(wanted));
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private static void print(AddSigner.Outcome.Added added, PrintWriter out) {
        SignerKey key = added.key();
        out.println("khóa ký " + key.id() + " của " + key.username() + ", từ " + Times.text(key.from()));
        out.println("  " + key.certificate().names() + ", chứng thư đến "
                + Times.text(key.certificate().facts().validTo()) + ", SHA-256 "
                + key.certificate().facts().certificate());
        String opened = key.secretFile().map(file -> "tệp " + file).orElse("mã PIN đã cất (mã hóa bằng khóa chủ)");
        out.println("  " + key.place() + (key.isAtDesk() ? ": ký ở máy của lãnh đạo" : ", mở bằng " + opened));
        added.before().ifPresent(before -> out.println("  khóa " + before.id() + " kết thúc lúc đó"));
        added.warnings().forEach(warning -> out.println("  LƯU Ý: " + warning));
    }

    private static boolean maySign(Administration record, SignerKey key) {
        return record.accountMandates().of(key.username()).stream()
                .anyMatch(mandate -> mandate.right() == Right.SIGN && mandate.holdsAt(key.from()));
    }

    private Optional<byte[]> picture() {
        if (picture == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(picture)) {
            return Optional.of(in.readNBytes(Picture.MOST_BYTES + 1));
        } catch (IOException e) {
            throw new CommandRefused("--picture: không đọc được " + picture + " (expected: tệp PNG)", e);
        }
    }
}
