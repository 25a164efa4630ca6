package vn.lienthong.routes.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.signature.path.SealCertificate;

/** Seals of agencies that are in force. */
final class SealExamination {

    private SealExamination() {}

    /** @param revoked since when a certificate is revoked; empty where nothing is known of that */
    static List<Diagnosis> examine(
            AgencySeals seals, Function<SealCertificate, Optional<Instant>> revoked, Instant now) {
        KeyExamination keys = new KeyExamination("admin seal", revoked, now);
        return seals.all().stream()
                .filter(seal -> seal.holdsAt(now))
                .map(seal -> keys.examine(
                        "con dấu " + seal.certificate().names(),
                        seal,
                        seals.refused(seal.id()).isPresent()))
                .toList();
    }
}
