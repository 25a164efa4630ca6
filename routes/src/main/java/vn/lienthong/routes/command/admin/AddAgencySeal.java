package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.routes.link.SigningServices;
import vn.lienthong.routes.platform.Administration;

/** {@code admin seal add}: from now, or from a day on, the key is the agency's seal; the one before ends then. */
@Command(
        name = "add",
        description = "Đưa con dấu số của một cơ quan vào dùng; con dấu trước của cơ quan đó kết thúc lúc này bắt đầu.",
        mixinStandardHelpOptions = true)
final class AddAgencySeal extends AdminTask {
    @Parameters(index = "0", paramLabel = "MÃ_CƠ_QUAN", description = "mã định danh của cơ quan")
    private String code = "";

    @Mixin
    private SealPlace place = new SealPlace();

    @Option(names = "--picture", paramLabel = "TỆP", description = "hình con dấu, PNG nền trong suốt, tối đa 2 MB")
    private @Nullable Path picture;

    @Option(names = "--from", paramLabel = "NGÀY", description = "từ đầu ngày nào, dạng 2026-01-31 (mặc định: ngay)")
    private @Nullable LocalDate from;

    @Override
    void run(Administration record, PrintWriter out) {
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        Instant begin = from == null ? now : from.atStartOfDay(Times.VIETNAM).toInstant();
        AddSeal.Wanted wanted = new AddSeal.Wanted(
                reading.read(code), begin, place.place(), place.secretFile(), place.secret(), picture(), Actor.here());
        switch (add(record, wanted)) {
            case AddSeal.Outcome.Refused refused -> throw new CommandRefused(refused.why());
            case AddSeal.Outcome.Added added -> print(added, reading, out);
        }
    }

    private AddSeal.Outcome add(Administration record, AddSeal.Wanted wanted) {
        try (SigningServices services = record.signingServices()) {
            AddSeal adding = new AddSeal(
                    record.agencySeals(),
                    record.proofs().sealTrust(),
                    new OpenKeys(services),
                    record.agencies(),
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

    private static void print(AddSeal.Outcome.Added added, ReadAgency reading, PrintWriter out) {
        AgencySeal seal = added.seal();
        out.println(
                "con dấu " + seal.id() + " của " + reading.label(seal.agency()) + ", từ " + Times.text(seal.from()));
        out.println("  " + seal.certificate().names() + ", chứng thư đến "
                + Times.text(seal.certificate().facts().validTo()) + ", SHA-256 "
                + seal.certificate().facts().certificate());
        String opened = seal.secretFile().map(file -> "tệp " + file).orElse("mã PIN đã cất (mã hóa bằng khóa chủ)");
        out.println("  " + seal.place()
                + (seal.place() instanceof KeyPlace.Desk ? ": ký ở máy văn thư" : ", mở bằng " + opened));
        added.before().ifPresent(before -> out.println("  con dấu " + before.id() + " kết thúc lúc đó"));
        added.warnings().forEach(warning -> out.println("  LƯU Ý: " + warning));
        out.println("cho văn thư đóng dấu: admin user mandate grant TÀI_KHOẢN "
                + reading.label(seal.agency()).split(" ", 2)[0] + " seal");
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
