package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.dossier.opinion.ComparedSignature.Standing;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.Freshness;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.OcspCache;
import vn.lienthong.gateway.signature.path.OcspStore;
import vn.lienthong.gateway.signature.path.OcspUse;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/** A week of grace for an authority that publishes late, which is no word of the list's own. */
class LooserByWordTest {
    private static final DevelopmentPki PKI = DevTrust.pki();
    private static final TrustStores STORES = DevTrust.stores(PKI);
    private static final Duration SKEW = ValidationPolicy.standard().clockSkew();
    /** The lists of the PKI count for seven days. */
    private static final Instant LATE = DevTrust.NOW.plus(Duration.ofDays(9));

    private final byte[] signed = signed();
    private final CrlCache lists = new CrlCache(STORES, CrlStore.inMemory(), SKEW);

    private static byte[] signed() {
        OfficialLetter letter = OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử chữ ký số", DevTrust.NOW);
        try {
            return new SignPdf()
                    .sign(
                            new MakeOfficialLetter().make(letter),
                            DevTrust.seal(Fate.GOOD),
                            SignatureDetails.of(DevTrust.AGENCY, "Thử", DevTrust.NOW));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    private KnownRevocations graceful() throws CRLException {
        for (X509CRL list : PKI.crls()) {
            lists.add(list.getEncoded());
        }
        Freshness week = new Freshness(Duration.ofDays(7), null);
        OcspUse use = new OcspUse(OcspUse.When.NEVER, false, Map.of(TrustBranch.GOVERNMENT, week));
        return new KnownRevocations(lists, new OcspCache(STORES, OcspStore.inMemory(), lists, SKEW), use, SKEW);
    }

    private SignatureReport ours(Revocations revocations, Instant at) {
        return new VerifyPdf(STORES, revocations, ValidationPolicy.standard(), PdfLimits.standard())
                .verify("thư.pdf", PdfBytes.of(signed), at);
    }

    @Test
    void aListWithinItsGraceIsNotComparedUntilItIsOver() throws CRLException {
        KnownRevocations known = graceful();
        SignatureReport ours = ours(known, LATE);
        SignatureReport strict = ours(known.strictly(), LATE);

        assertThat(ours.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(strict.overall()).isEqualTo(Indication.INDETERMINATE);
        assertThat(CompareOpinions.worthAsking(ours, strict)).isFalse();
        Opinion theirs = new Opinion(List.of(new Opinion.OfSignature(
                ours.verdicts().getFirst().facts().field(), Indication.INDETERMINATE, "TRY_LATER")));
        assertThat(CompareOpinions.disagree(CompareOpinions.of(ours, theirs)))
                .as("compared with what the administrator set, it would be held")
                .isTrue();
        assertThat(CompareOpinions.of(ours, strict, theirs)).singleElement().satisfies(one -> assertThat(one.standing())
                .isEqualTo(Standing.OURS_LOOSER));
    }

    @Test
    void aListThatCountsByItselfIsComparedWhateverTheGrace() throws CRLException {
        KnownRevocations known = graceful();

        assertThat(CompareOpinions.worthAsking(ours(known, DevTrust.NOW), ours(known.strictly(), DevTrust.NOW)))
                .isTrue();
    }
}
