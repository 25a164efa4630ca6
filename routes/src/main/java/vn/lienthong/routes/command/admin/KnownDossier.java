package vn.lienthong.routes.command.admin;

import java.util.Optional;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.routes.platform.Administration;

/** A dossier that an administrator names, by its own id or by the one that its sender was given. */
final class KnownDossier {
    private KnownDossier() {}

    /** @throws CommandRefused where there is none */
    static Dossier require(Administration record, String which) {
        return record.work()
                .inTransaction(
                        transaction -> transaction.dossiers().findSent(which).or(() -> id(which)
                                .flatMap(id -> transaction.dossiers().find(id))))
                .orElseThrow(() -> new CommandRefused(
                        which + ": không có (expected: mã hồ sơ trên trang quản trị, hoặc DocId đã trả cho nơi gửi)"));
    }

    private static Optional<DossierId> id(String which) {
        try {
            return Optional.of(DossierId.of(which));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
