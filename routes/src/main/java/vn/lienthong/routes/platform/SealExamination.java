package vn.lienthong.routes.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.KeyPlace;

/** Seals of agencies that are in force: whether their files are there, and when their certificates end. Logs in to no token. */
final class SealExamination {
    private static final Duration SOON = Duration.ofDays(30);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private SealExamination() {}

    static List<Diagnosis> examine(AgencySeals seals, Instant now) {
        return seals.all().stream()
                .filter(seal -> seal.holdsAt(now))
                .map(seal -> examine(seal, now))
                .toList();
    }

    private static Diagnosis examine(AgencySeal seal, Instant now) {
        String what = "con dấu " + seal.certificate().names();
        Instant end = seal.certificate().facts().validTo();
        Optional<String> missing = missing(seal);
        if (missing.isPresent()) {
            return Diagnosis.doubtful(
                    what, "không đọc được " + missing.get(), "đặt lại tệp và quyền đọc, hoặc admin seal add lại");
        }
        if (end.isBefore(now)) {
            return Diagnosis.doubtful(
                    what, "chứng thư đã hết hạn " + DAY.format(end), "admin seal add với chứng thư mới");
        }
        return end.isBefore(now.plus(SOON))
                ? Diagnosis.doubtful(
                        what, "chứng thư sắp hết hạn " + DAY.format(end), "xin chứng thư mới rồi admin seal add")
                : Diagnosis.good(what, "chứng thư đến " + DAY.format(end));
    }

    private static Optional<String> missing(AgencySeal seal) {
        String key =
                switch (seal.place()) {
                    case KeyPlace.File file -> file.path();
                    case KeyPlace.Token token -> token.library();
                };
        return Files.isReadable(Path.of(key))
                ? seal.secretFile().filter(secret -> !Files.isReadable(Path.of(secret)))
                : Optional.of(key);
    }
}
