package vn.lienthong.gateway.lasting;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.signature.FileVerifier;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.cms.CmsAddition;
import vn.lienthong.gateway.signature.form.FormKind;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.making.AddProof;
import vn.lienthong.gateway.signature.xml.ExtendXml;

/**
 * Lays a timestamp beside a signature just made that nothing takes further later, in CMS, XML or a container (EN 319 122-1, EN 319
 * 132-1, EN 319 162-1, each §6, level T), where one is to be had at once.
 */
public final class ProveBriefly {

    private final RequestTimestamp requesting;
    private final BeginLasting.Rule rules;
    private final WaitBriefly waiting;
    private final Supplier<FileVerifier> alone;
    private final Clock clock;

    /**
     * For signatures just made.
     *
     * @param rules which are to have one
     * @param alone knows no revocation but what lies in the file; by the trust of this moment
     */
    public ProveBriefly(
            RequestTimestamp requesting,
            BeginLasting.Rule rules,
            WaitBriefly waiting,
            Supplier<FileVerifier> alone,
            Clock clock) {
        this.alone = alone;
        this.clock = clock;
        this.requesting = requesting;
        this.rules = rules;
        this.waiting = waiting;
    }

    /** For one signature of the agency. */
    public Proof of(AgencyId agency, FormKind kind) {
        return new Proof("signature for " + agency, rules.of(agency, kind).goal() != LastingLevel.B);
    }

    /** What became of one signature. */
    public final class Proof implements AddProof {

        private final String about;
        private final boolean wanted;
        private LastingLevel level = LastingLevel.B;

        private Proof(String about, boolean wanted) {
            this.about = about;
            this.wanted = wanted;
        }

        /** Which level it has got. */
        public LastingLevel level() {
            return level;
        }

        /** PDFs are taken further in a queue of their own. */
        @Override
        public byte[] toPdf(byte[] pdf) {
            return pdf;
        }

        @Override
        public byte[] toCms(byte[] cms) {
            return stamped(cms, () -> {
                byte[] value = CmsAddition.signatureValue(cms);
                byte[] after =
                        CmsAddition.withTimestamp(cms, requesting.over(value).token());
                if (!Arrays.equals(value, CmsAddition.signatureValue(after))) {
                    throw new SigningException("CMS: another value once it was stamped (expected: the same)", null);
                }
                return after;
            });
        }

        @Override
        public byte[] toXml(byte[] xml, String signatureId) {
            return stamped(xml, () -> {
                ExtendXml extending = ExtendXml.of(xml, List.of(), signatureId);
                byte[] after = extending.withTimestamp(
                        requesting.over(extending.toBeStamped()).token());
                // The file was written anew around it.
                new CheckLevel(alone.get(), LastingLevel.T)
                        .check(SignedFile.of("signed.xml", after), List.of(), clock.instant());
                return after;
            });
        }

        private byte[] stamped(byte[] before, Callable<byte[]> question) {
            if (!wanted) {
                return before;
            }
            byte[] after = waiting.ask(about, question).orElse(before);
            level = after == before ? LastingLevel.B : LastingLevel.T;
            return after;
        }
    }
}
