package vn.lienthong.gateway.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Revocations;

/** From B to LTA, step by step, and years later (EN 319 142-1 §6). */
final class ExtendFileTest {

    private final LastingDesk desk = new LastingDesk();

    @Test
    void aTimestampIsLaidIntoTheSignatureAndNothingElseChanges() {
        byte[] sealed = desk.sealed();

        ExtendFile.Step.Grown stamped = desk.grown(sealed, LastingLevel.T);

        assertThat(stamped.level()).isEqualTo(LastingLevel.T);
        assertThat(stamped.file()).hasSameSizeAs(sealed);
        desk.publish();
        SignatureReport report = desk.verify(stamped.file(), desk.lists);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().time().timestampProven())
                .isTrue();
        assertThat(desk.step(stamped.file(), LastingLevel.T)).isInstanceOf(ExtendFile.Step.Enough.class);
        assertThat(desk.calls).isEqualTo(1);
    }

    @Test
    void nobodyIsAskedWhereNoTimestampIsWanted() {
        assertThat(desk.step(desk.sealed(), LastingLevel.B)).isInstanceOf(ExtendFile.Step.Enough.class);
        assertThat(desk.calls).isZero();
    }

    @Test
    void whatIsAwayIsToldAndTriedAgain() {
        desk.away = true;
        assertThat(desk.step(desk.sealed(), LastingLevel.T))
                .isEqualTo(new ExtendFile.Step.NotYet("tsa.example: connection refused"));
        desk.away = false;
        assertThat(desk.grown(desk.sealed(), LastingLevel.T).level()).isEqualTo(LastingLevel.T);
    }

    /** An administrator asks for more than the standard does: then what we make is measured by that too. */
    @Test
    void whatIsMadePassesThePolicyThatWasSet() {
        ValidationPolicy standard = ValidationPolicy.standard();
        LastingDesk strict = new LastingDesk(new ValidationPolicy(
                standard.digests(),
                standard.minimumRsaBits(),
                384,
                standard.maximumPathLength(),
                standard.futureClaim(),
                standard.clockSkew(),
                standard.missingCertificateReference(),
                standard.changes()));
        byte[] stamped = strict.grown(strict.sealed(), LastingLevel.LT).file();
        strict.clock.pass(Duration.ofHours(2));
        strict.publish();

        assertThat(strict.step(stamped, LastingLevel.LT))
                .isInstanceOfSatisfying(ExtendFile.Step.NotYet.class, waits -> assertThat(waits.why())
                        .contains("evidence: not enough"));
    }

    @Test
    void anEarlierSignatureKeepsItsPlaceUnderTheLaterOnes() {
        byte[] both = desk.sealed(desk.sealed());

        byte[] stamped = desk.grown(both, LastingLevel.T).file();

        desk.publish();
        SignatureReport report = desk.verify(stamped, desk.lists);
        assertThat(report.verdicts()).hasSize(2);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().time().timestamped()).isEmpty();
    }

    @Test
    void evidenceWaitsForListsThatAreNewerThanTheSignature() {
        desk.publish();
        byte[] stamped = desk.grown(desk.sealed(), LastingLevel.LT).file();

        assertThat(desk.step(stamped, LastingLevel.LT)).isInstanceOfSatisfying(ExtendFile.Step.NotYet.class, waits -> {
            assertThat(waits.why()).contains("expected: newer");
            assertThat(waits.until()).contains(LastingDesk.NOW.plus(LastingDesk.TERMS.freshWithin()));
        });
        desk.clock.pass(Duration.ofHours(2));
        desk.publish();
        ExtendFile.Step.Grown lasting = desk.grown(stamped, LastingLevel.LT);

        assertThat(lasting.level()).isEqualTo(LastingLevel.LT);
        assertThat(Arrays.copyOf(lasting.file(), stamped.length)).isEqualTo(stamped);
        assertThat(desk.verify(lasting.file(), Revocations.none()).overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(desk.step(lasting.file(), LastingLevel.LT)).isInstanceOf(ExtendFile.Step.Enough.class);
    }

    @Test
    void olderListsAreTakenWhereNoNewerCome() {
        desk.publish();
        byte[] stamped = desk.grown(desk.sealed(), LastingLevel.LT).file();
        desk.clock.pass(Duration.ofDays(2));

        assertThat(desk.grown(stamped, LastingLevel.LT).level()).isEqualTo(LastingLevel.LT);
    }

    @Test
    void withoutListsThereIsNoEvidenceAndItIsSaidOfWhom() {
        byte[] stamped = desk.grown(desk.sealed(), LastingLevel.LT).file();
        desk.clock.pass(Duration.ofDays(2));

        assertThat(desk.step(stamped, LastingLevel.LT))
                .isInstanceOfSatisfying(ExtendFile.Step.NotYet.class, waits -> assertThat(waits.why())
                        .contains("no revocation list: ", "not enough"));
    }

    private byte[] archived() {
        byte[] stamped = desk.grown(desk.sealed(), LastingLevel.LTA).file();
        desk.clock.pass(Duration.ofHours(2));
        desk.publish();
        byte[] lasting = desk.grown(stamped, LastingLevel.LTA).file();
        ExtendFile.Step.Grown archived = desk.grown(lasting, LastingLevel.LTA);
        assertThat(archived.level()).isEqualTo(LastingLevel.LTA);
        Instant until = desk.pki.timestampCertificate().getNotAfter().toInstant();
        assertThat(archived.again()).contains(until.minus(LastingDesk.TERMS.renewBefore()));
        assertThat(desk.step(archived.file(), LastingLevel.LTA))
                .isEqualTo(new ExtendFile.Step.Enough(LastingLevel.LTA, archived.again()));
        return archived.file();
    }

    @Test
    void itPassesYearsAfterItsCertificateExpired() {
        byte[] archived = archived();
        desk.clock.pass(Duration.ofDays(900));
        desk.publish();

        SignatureReport report = desk.verify(archived, desk.lists);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.timestamps()).hasSize(1).allMatch(DocumentTimestamp::proven);
    }

    @Test
    void theLastTimestampIsRenewedBeforeItsCertificateExpires() {
        byte[] archived = archived();
        desk.clock.pass(Duration.ofDays(5 * 365 - 80));

        assertThat(desk.step(archived, LastingLevel.LTA))
                .as("nothing at hand about who stamped it")
                .isInstanceOf(ExtendFile.Step.NotYet.class);
        desk.publish();
        byte[] renewed = desk.grown(archived, LastingLevel.LTA).file();

        assertThat(Arrays.copyOf(renewed, archived.length)).isEqualTo(archived);
        SignatureReport report = desk.verify(renewed, desk.lists);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.timestamps()).hasSize(2).allMatch(DocumentTimestamp::proven);
    }

    @Test
    void aTimestampOfBeforeTheNewestSignatureProvesNothingAboutIt() {
        byte[] again = desk.sealed(archived());

        ExtendFile.Step.Grown stamped = desk.grown(again, LastingLevel.T);

        assertThat(stamped.level()).isEqualTo(LastingLevel.T);
        SignatureReport report = desk.verify(stamped.file(), desk.lists);
        assertThat(report.verdicts()).hasSize(2);
        assertThat(report.verdicts().getLast().facts().time().timestamped()).isPresent();
        assertThat(desk.step(stamped.file(), LastingLevel.T)).isInstanceOf(ExtendFile.Step.Enough.class);
    }
}
