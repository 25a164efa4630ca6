package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.HeldKey;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.SecretFiles;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * One key that the gateway keeps for somebody: whether its files are there and nobody else's, whether it may be used and until
 * when. Logs in to no token and no service; of a key at a desk there is nothing to open.
 *
 * @param command that keeps such keys, as {@code admin seal}
 * @param revoked since when a certificate is revoked; empty where nothing is known of that
 */
record KeyExamination(String command, Function<SealCertificate, Optional<Instant>> revoked, Instant now) {
    private static final Duration SOON = Duration.ofDays(30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /**
     * What is worst about it, else that it is good.
     *
     * @param refused whether the key refused its secret as wrong
     */
    Diagnosis examine(String what, HeldKey<?> key, boolean refused) {
        return development(what, key)
                .or(() -> withdrawn(what, key))
                .or(() -> missing(what, key))
                .or(() -> refused(what, refused))
                .or(() -> open(what, key))
                .orElseGet(() -> term(what, key));
    }

    private Optional<Diagnosis> development(String what, HeldKey<?> key) {
        return key.certificate().development()
                ? Optional.of(Diagnosis.wrong(
                        what,
                        "chứng thư chỉ dành cho phát triển (DEV ONLY): serve sẽ không chạy",
                        command + " end " + key.id()))
                : Optional.empty();
    }

    private Optional<Diagnosis> withdrawn(String what, HeldKey<?> key) {
        return revoked.apply(key.certificate())
                .map(since -> Diagnosis.doubtful(
                        what,
                        "chứng thư bị thu hồi từ " + DAY.format(since) + ", khóa này không ký nữa",
                        command + " add với chứng thư mới"));
    }

    private Optional<Diagnosis> missing(String what, HeldKey<?> key) {
        Optional<String> place =
                switch (key.place()) {
                    case KeyPlace.File file -> Optional.of(file.path());
                    case KeyPlace.Token token -> Optional.of(token.library());
                    case KeyPlace.Desk desk -> Optional.empty();
                    // Whether it answers is asked by the command's try, which signs: the service counts wrong PINs.
                    case KeyPlace.Remote service -> Optional.empty();
                };
        return place.filter(file -> !Files.isReadable(Path.of(file)))
                .or(() -> key.secretFile().filter(secret -> !Files.isReadable(Path.of(secret))))
                .map(file -> Diagnosis.doubtful(
                        what, "không đọc được " + file, "đặt lại tệp và quyền đọc, hoặc " + command + " add lại"));
    }

    private Optional<Diagnosis> refused(String what, boolean refused) {
        return refused
                ? Optional.of(Diagnosis.doubtful(
                        what,
                        "mã PIN hoặc mật khẩu từng bị từ chối, không nút nào thử lại",
                        "đưa mã đúng vào (" + command + " add), hoặc mở khóa thiết bị rồi " + command + " try"))
                : Optional.empty();
    }

    private static Optional<Diagnosis> open(String what, HeldKey<?> key) {
        List<String> open = AgencySeal.files(key.place(), key.secretFile()).stream()
                .flatMap(file -> SecretFiles.openToOthers(file).stream().map(found -> file + " " + found))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnosis.doubtful(
                        what,
                        "tệp khóa mở cho tài khoản khác: " + String.join(", ", open),
                        "chmod 600, rồi chown cho tài khoản của cổng"));
    }

    private Diagnosis term(String what, HeldKey<?> key) {
        Instant end = key.certificate().facts().validTo();
        if (end.isBefore(now)) {
            return Diagnosis.doubtful(
                    what, "chứng thư đã hết hạn " + DAY.format(end), command + " add với chứng thư mới");
        }
        return end.isBefore(now.plus(SOON))
                ? Diagnosis.doubtful(
                        what, "chứng thư sắp hết hạn " + DAY.format(end), "xin chứng thư mới rồi " + command + " add")
                : Diagnosis.good(what, "chứng thư đến " + DAY.format(end));
    }
}
