package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.DevTrust.AGENCY;
import static vn.lienthong.gateway.signature.DevTrust.CODE;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.Tokens;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CarriedEvidence;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.Revocations;

/** Signatures that outlive certificates and lists, by what lies in the file (EN 319 142-1 levels B-LT and B-LTA). */
class LongTermTest {
    private static final Instant YEARS_LATER = NOW.plus(Duration.ofDays(900));
    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(300));

    private static final Moving TIME = new Moving();
    private static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), TIME);

    /** A PKI of our own whose time moves: revocations are told when they have come. */
    private static final class Moving extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Another one for each test: what is revoked in one is not revoked in the others. */
    private DevIdentity seal = PKI.sealOf(CODE, AGENCY, Fate.GOOD);

    @BeforeEach
    void begin(TestInfo test) {
        TIME.now = NOW;
        seal = PKI.sealOf(
                CODE, "Sở " + test.getTestMethod().orElseThrow().getName().hashCode(), Fate.GOOD);
    }

    private byte[] sealed() {
        return PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.key(seal));
    }

    private SignatureReport verify(byte[] pdf, Revocations known, Instant at) {
        return new VerifyPdf(DevTrust.stores(PKI), known, ValidationPolicy.standard(), PdfLimits.standard())
                .verify("letter.pdf", PdfBytes.of(pdf), at);
    }

    private SignatureVerdict verdict(byte[] pdf, Revocations known, Instant at) {
        SignatureReport report = verify(pdf, known, at);
        assertThat(report.presence()).as(report.toString()).isEqualTo(Presence.SIGNED);
        return report.verdicts().getFirst();
    }

    private CrlCache listsOfToday() {
        CrlCache cache = DevTrust.empty(PKI);
        try {
            for (X509CRL list : PKI.crls()) {
                cache.add(list.getEncoded());
            }
            return cache;
        } catch (CRLException refused) {
            throw new AssertionError(refused);
        }
    }

    /** What is known of the authorities years later: the last timestamp's too, for which no evidence in the file speaks. */
    private CrlCache yearsLater() {
        TIME.now = YEARS_LATER;
        return listsOfToday();
    }

    @Test
    void theLastTimestampIsNotProvenByEvidenceOfItsOwnTime() {
        byte[] file = LongTerm.stamped(LongTerm.with(sealed(), LongTerm.lists(PKI)), PKI);

        SignatureReport report = verify(file, Revocations.none(), NEXT_YEAR);

        assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.TRY_LATER);
    }

    @Test
    void withEvidenceAndATimestampItPassesWhenTheSealHasExpired() {
        byte[] file = LongTerm.stamped(LongTerm.with(sealed(), LongTerm.lists(PKI)), PKI);

        SignatureReport report = verify(file, yearsLater(), YEARS_LATER);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.timestamps()).hasSize(1).allMatch(DocumentTimestamp::proven);
        assertThat(report.verdicts().getFirst().facts().time().used()).isEqualTo(NOW);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void answersOfResponderAreAsGoodAsLists() {
        CarriedEvidence answers = LongTerm.answers(PKI, seal.certificate(), PKI.timestampCertificate());
        byte[] file = LongTerm.stamped(LongTerm.with(sealed(), answers), PKI);

        SignatureVerdict verdict = verdict(file, yearsLater(), YEARS_LATER);

        assertThat(verdict.indication()).as(verdict.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verdict.facts().revocation().source()).startsWith("OCSP of ");
    }

    @Test
    void withoutATimestampOldEvidenceProvesNothing() {
        byte[] file = LongTerm.with(sealed(), LongTerm.lists(PKI));

        assertThat(verdict(file, Revocations.none(), NOW).indication()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verdict(file, Revocations.none(), NEXT_YEAR).subIndication()).contains(SubIndication.TRY_LATER);
        assertThat(verdict(file, Revocations.none(), YEARS_LATER).subIndication())
                .contains(SubIndication.OUT_OF_BOUNDS_NO_POE);
    }

    @Test
    void withoutEvidenceATimestampDoesNotSave() {
        byte[] stamped = LongTerm.stamped(sealed(), PKI);

        assertThat(verdict(stamped, Revocations.none(), YEARS_LATER).subIndication())
                .contains(SubIndication.OUT_OF_BOUNDS_NO_POE);
        assertThat(verdict(stamped, listsOfToday(), NEXT_YEAR).subIndication()).contains(SubIndication.TRY_LATER);
    }

    @Test
    void revokedAfterTheTimestampIsNoObjectionRevokedWithoutOneIs() {
        byte[] bare = sealed();
        byte[] stamped = LongTerm.stamped(bare, PKI);
        TIME.now = NOW.plus(Duration.ofDays(40));
        PKI.revoke(seal, NOW.plus(Duration.ofDays(30)));
        CrlCache today = listsOfToday();

        assertThat(verdict(stamped, today, TIME.now).indication()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verdict(bare, today, TIME.now).subIndication()).contains(SubIndication.REVOKED_NO_POE);
    }

    @Test
    void whatIsKnownHereOutweighsKindEvidenceInTheFile() {
        byte[] file = LongTerm.with(sealed(), LongTerm.lists(PKI));
        TIME.now = NOW.plus(Duration.ofDays(2));
        PKI.revoke(seal, NOW.plus(Duration.ofDays(1)));

        assertThat(verdict(file, listsOfToday(), TIME.now).subIndication()).contains(SubIndication.REVOKED_NO_POE);
    }

    @Test
    void whoIsRevokedByTheFilesOwnEvidenceIsRevoked() {
        byte[] signed = sealed();
        CrlCache before = listsOfToday();
        TIME.now = NOW.plus(Duration.ofDays(2));
        PKI.revoke(seal, NOW.plus(Duration.ofDays(1)));

        for (CarriedEvidence evidence : List.of(LongTerm.lists(PKI), LongTerm.answers(PKI, seal.certificate()))) {
            assertThat(verdict(LongTerm.with(signed, evidence), before, TIME.now)
                            .subIndication())
                    .contains(SubIndication.REVOKED_NO_POE);
        }
    }

    @Test
    void evidenceOfStrangersSaysNothing() {
        DevelopmentPki stranger = DevTrust.curves();
        byte[] foreignAnswer = Tokens.about(
                stranger.sealOf(CODE, AGENCY, Fate.GOOD).certificate(),
                stranger.issuingCa(Branch.GOVERNMENT),
                stranger);
        CarriedEvidence foreign = LongTerm.lists(stranger)
                .and(new CarriedEvidence(List.of(), List.of(), List.of(foreignAnswer, new byte[] {1, 2}, new byte[0])));

        assertThat(verdict(LongTerm.with(sealed(), foreign), Revocations.none(), NOW)
                        .subIndication())
                .contains(SubIndication.TRY_LATER);
    }

    @Test
    void aStrangersTimestampProvesNothingAndIsToldOf() {
        byte[] file = LongTerm.stamped(LongTerm.with(sealed(), LongTerm.lists(PKI)), DevTrust.curves());

        SignatureReport report = verify(file, Revocations.none(), YEARS_LATER);

        assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
        assertThat(report.verdicts().getFirst().facts().time().used()).isEqualTo(YEARS_LATER);
        assertThat(report.overall()).isEqualTo(Indication.INDETERMINATE);
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void contentThatATimestampCoversIsStillChangedAfterSigning() {
        byte[] file = sealed();
        IncrementalUpdate update = new IncrementalUpdate(file);
        byte[] changed = update.change(update.objectWith("/Type /Page\n"), page -> page.replace(">>", "/Rotate 90>>"))
                .write();

        assertThat(verdict(LongTerm.stamped(changed, PKI), listsOfToday(), NOW).subIndication())
                .contains(SubIndication.FORMAT_FAILURE);
    }

    /** A timestamp stands for nobody's content, whoever made it: only its own field that no page shows may lie under it. */
    @Test
    void nothingThatPagesShowMayLieUnderATimestampAlone() {
        byte[] file = sealed();
        IncrementalUpdate update = new IncrementalUpdate(file);
        int form = update.objectWith("/Type /Catalog");
        int page = update.objectWith("/Type /Page\n");
        int field = update.free();
        String looks = "<</Type /Annot /Subtype /Widget /FT /Sig /T (them) /Rect [0 0 595 842] /AP <</N " + (field + 1)
                + " 0 R>>>>";
        byte[] overlaid = update.put(field, looks)
                .put(
                        field + 1,
                        "<</Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 12>>\nstream\n1 1 1 rg\n\n\n\nendstream")
                .change(form, body -> body.replaceFirst("/Fields \\[", "/Fields [" + field + " 0 R "))
                .change(
                        page,
                        body -> body.contains("/Annots [")
                                ? body.replaceFirst("/Annots \\[([^\\]]*)\\]", "/Annots [$1 " + field + " 0 R]")
                                : body.replaceFirst(">>\\s*$", "/Annots [" + field + " 0 R]>>"))
                .write();

        for (DevelopmentPki authority : List.of(PKI, DevTrust.curves())) {
            assertThat(verify(LongTerm.stamped(overlaid, authority), listsOfToday(), NOW)
                            .overall())
                    .isEqualTo(Indication.TOTAL_FAILED);
        }
    }

    @Test
    void aFileThatEndsWithAStrangersTimestampIsHeld() {
        byte[] file = LongTerm.stamped(sealed(), DevTrust.curves());

        assertThat(verdict(file, listsOfToday(), NOW).subIndication()).contains(SubIndication.SIG_CONSTRAINTS_FAILURE);
    }

    @Test
    void aTimestampOverOtherBytesCoversNothing() {
        byte[] stamped = LongTerm.stamped(sealed(), PKI);
        // The date of a viewer in the timestamp's revision, outside of its value.
        String text = IncrementalUpdate.text(stamped);
        int at = text.lastIndexOf("/Filter /Adobe.PPKLite");
        byte[] changed = stamped.clone();
        changed[at + "/Filter /Adobe.PPKLit".length()] = 'f';

        SignatureReport report = verify(changed, listsOfToday(), NOW);

        assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void timestampsProveEachOtherAcrossGenerations() {
        byte[] first = LongTerm.stamped(LongTerm.with(sealed(), LongTerm.lists(PKI)), PKI);
        TIME.now = NOW.plus(Duration.ofDays(400));
        byte[] second = LongTerm.stamped(LongTerm.with(first, LongTerm.lists(PKI)), PKI);

        SignatureReport report = verify(second, yearsLater(), YEARS_LATER);

        assertThat(report.timestamps()).hasSize(2).allMatch(DocumentTimestamp::proven);
        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().time().used()).isEqualTo(NOW);
    }

    @Test
    void whoOnlyStampsSignsNothing() {
        SignatureReport report = verify(LongTerm.stamped(PdfFixture.letterBytes(), PKI), listsOfToday(), NOW);

        assertThat(report.presence()).isEqualTo(Presence.UNSIGNED);
        assertThat(report.timestamps()).hasSize(1).allMatch(DocumentTimestamp::proven);
    }

    @Test
    void evidenceThatIsThereIsNotLaidInTwice() {
        CarriedEvidence evidence = LongTerm.lists(PKI);
        byte[] once = LongTerm.with(sealed(), evidence);

        assertThat(Sha256.of(LongTerm.with(once, evidence))).isEqualTo(Sha256.of(once));
        assertThat(LongTerm.with(once, LongTerm.answers(PKI, seal.certificate())))
                .hasSizeGreaterThan(once.length);
    }
}
