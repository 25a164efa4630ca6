package vn.lienthong.gateway.approval;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.WaitBriefly;
import vn.lienthong.gateway.signature.form.FormKind;

/**
 * Lays a timestamp beside an officer's signature just made (EN 319 142-1 §6, level T), where one is to be had at once. An authority
 * that is slow or away stops nobody: the signature stays at level B, and the timestamp of the agency's seal above it proves that it
 * was there.
 */
public final class StampSignature {

    private static final Logger LOG = LoggerFactory.getLogger(StampSignature.class);

    private final ExtendFile extending;
    private final BeginLasting.Rule rules;
    private final WaitBriefly waiting;

    /** @param rules whether signatures of officers are to have one */
    public StampSignature(ExtendFile extending, BeginLasting.Rule rules, WaitBriefly waiting) {
        this.extending = extending;
        this.rules = rules;
        this.waiting = waiting;
    }

    /** The same file with its timestamp, checked; or as it is. */
    byte[] stamped(AgencyId agency, byte[] signed, Instant at) {
        if (rules.of(agency, FormKind.OFFICER).goal() == LastingLevel.B) {
            return signed;
        }
        String about = "officer's signature for " + agency;
        return waiting.ask(about, () -> extending.step(signed, LastingLevel.T, at))
                .map(step -> file(step, about, signed))
                .orElse(signed);
    }

    private static byte[] file(ExtendFile.Step step, String about, byte[] signed) {
        return switch (step) {
            case ExtendFile.Step.Grown grown -> grown.file();
            case ExtendFile.Step.Enough enough -> signed;
            case ExtendFile.Step.NotYet not -> {
                // Whether it lies in the file or in the authority: that has a breaker of its own.
                LOG.warn("{}: no timestamp of its own, {}", about, not.why());
                yield signed;
            }
        };
    }
}
