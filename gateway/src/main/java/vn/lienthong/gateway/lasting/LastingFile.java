package vn.lienthong.gateway.lasting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.signature.form.FormKind;

/**
 * A file that was signed here, and what became of its signature since.
 *
 * @param signed the file as it was signed
 * @param subject what it was for: the draft, the copy that was stamped, or the SHA-256 of what a system handed in
 * @param bytes the file as it is now in the archive
 * @param due when the next step is to be tried; empty where nothing is left to be done
 * @param failures how often the next step was tried in vain
 * @param fault why it failed the last time
 */
public record LastingFile(
        UUID id,
        Sha256 signed,
        FormKind kind,
        AgencyId agency,
        String subject,
        String name,
        Instant signedAt,
        LastingRule rule,
        LastingLevel level,
        StoredBytes bytes,
        Optional<Instant> due,
        int failures,
        String fault) {

    /** Just signed: the first step is due. */
    static LastingFile begun(UUID id, BeginLasting.Signed signed, LastingRule rule) {
        return new LastingFile(
                id,
                signed.bytes().digest(),
                signed.kind(),
                signed.agency(),
                signed.subject(),
                signed.name(),
                signed.at(),
                rule,
                LastingLevel.B,
                signed.bytes(),
                Optional.of(signed.at()),
                0,
                "");
    }

    /** Whether it has not got where it is to get. */
    public boolean pending() {
        return !level.reaches(rule.goal());
    }
}
