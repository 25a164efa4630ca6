package vn.lienthong.gateway.lasting;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.signature.form.FormKind;

/** Takes up a file that was just signed, by the rule that holds for it; one whose rule wants nothing is left as it is. */
public final class BeginLasting {

    private final LastingFiles files;
    private final Rule rules;
    private final Supplier<UUID> ids;

    /** Which rule holds for a signature of an agency in a form. */
    @FunctionalInterface
    public interface Rule {
        LastingRule of(AgencyId agency, FormKind kind);
    }

    public BeginLasting(LastingFiles files, Rule rules, Supplier<UUID> ids) {
        this.files = files;
        this.rules = rules;
        this.ids = ids;
    }

    /**
     * What was signed.
     *
     * @param subject what it is for: the draft, the copy that is stamped, or the SHA-256 of what a system handed in
     * @param bytes in the vault, durable
     */
    public record Signed(AgencyId agency, FormKind kind, String subject, String name, StoredBytes bytes, Instant at) {}

    public void begin(Signed signed) {
        LastingRule rule = rules.of(signed.agency(), signed.kind());
        if (rule.goal() != LastingLevel.B) {
            files.add(LastingFile.begun(ids.get(), signed, rule));
        }
    }
}
