package vn.lienthong.gateway.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.jdbc.PostgresReferences;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;

/** The queue behind signing: what waits, what leaves, what is extended in the archive. */
final class ExtendLastingTest extends LastingFixture {

    @Test
    void theDraftCarriesItsTimestampOnceThatIsThere() throws Exception {
        StoredBytes sealed = sealed();
        assertThat(file().timestamp()).isEqualTo(DraftFile.Awaited.LATER);
        assertThat(drafts.find(id).orElseThrow().missing()).doesNotContain("timestamps");

        assertThat(extend()).isEqualTo(1);

        assertThat(file().timestamp()).isEqualTo(DraftFile.Awaited.NONE);
        assertThat(file().bytes())
                .isNotEqualTo(sealed)
                .isEqualTo(lasting(sealed).bytes());
        assertThat(lasting(sealed).level()).isEqualTo(LastingLevel.T);
        assertThat(files.find(file().bytes().digest())).contains(lasting(sealed));
        assertThat(files.pending(10)).isEmpty();
        assertThat(extend()).as("nothing is due any more").isZero();
    }

    @Test
    void whereTheRuleSaysSoItDoesNotLeaveWithout() throws Exception {
        rule = new LastingRule(LastingLevel.T, true);
        sealed();
        assertThat(file().timestamp()).isEqualTo(DraftFile.Awaited.FIRST);
        assertThat(drafts.find(id).orElseThrow().missing()).contains("timestamps");
        extend();
        assertThat(drafts.find(id).orElseThrow().missing()).doesNotContain("timestamps");
    }

    @Test
    void whatHasLeftStaysAndTheArchivedCopyIsExtended() throws Exception {
        StoredBytes sealed = sealed();
        DossierSketch sketch = new DossierSketch("D1");
        work.inTransaction(transaction -> transaction.dossiers().add(sketch.dossier()));
        DossierId sent = sketch.id();
        drafts.sent(id, sent);

        assertThat(extend()).isEqualTo(1);

        assertThat(file().bytes()).isEqualTo(sealed);
        assertThat(lasting(sealed).bytes()).isNotEqualTo(sealed);
        assertThat(new PostgresReferences(database.jdbi())
                        .among(List.of(sealed.digest(), lasting(sealed).bytes().digest()), Duration.ZERO))
                .as("both are kept")
                .hasSize(2);
    }

    /** The process dies between handing it in and noting that: pressing the button again hands in the same bytes. */
    @Test
    void whatIsBeingSentStaysHoweverItGrowsUntilTheDraftIsChanged() throws Exception {
        StoredBytes sealed = sealed();
        Draft shown = drafts.find(id).orElseThrow();
        assertThat(drafts.pin(shown).orElseThrow().files().getFirst().bytes()).isEqualTo(sealed);

        assertThat(extend()).isEqualTo(1);

        Draft pressedAgain = drafts.find(id).orElseThrow();
        assertThat(pressedAgain.files().getFirst().bytes()).isEqualTo(sealed);
        assertThat(pressedAgain.missing()).doesNotContain("timestamps");
        assertThat(drafts.pin(pressedAgain)).contains(pressedAgain);
        Draft changed = pressedAgain.with(DraftFields.EMPTY, "khác", LastingDesk.NOW);
        assertThat(drafts.replace(pressedAgain, changed)).isTrue();
        assertThat(file().bytes())
                .as("what goes next")
                .isEqualTo(lasting(sealed).bytes());
    }

    @Test
    void whatHasGrownIsPinnedAsItIsAndMayStillBeUnsealed() throws Exception {
        StoredBytes sealed = sealed();
        extend();
        Draft pinned = drafts.pin(drafts.find(id).orElseThrow()).orElseThrow();
        assertThat(pinned.files().getFirst().bytes()).isEqualTo(lasting(sealed).bytes());
        assertThat(pinned.files().getFirst().before()).contains(keep(LastingDesk.letter()));
        assertThat(pinned.files().getFirst().sealedAs()).isEqualTo("SEAL");
    }

    @Test
    void aFileOfTheSameBytesThatWasNotSealedInItsDraftStaysAsItIs() throws Exception {
        StoredBytes sealed = sealed();
        DraftId other = new DraftId(UUID.randomUUID());
        drafts.add(Draft.begun(other, new AgencyId(UUID.randomUUID()), "USER:khac", LastingDesk.NOW)
                .carrying(List.of(new DraftFile("cv.pdf", sealed)), LastingDesk.NOW));
        extend();
        assertThat(file().bytes()).isNotEqualTo(sealed);
        assertThat(drafts.find(other).orElseThrow().files()).containsExactly(new DraftFile("cv.pdf", sealed));
    }

    @Test
    void itGoesOnToLevelLtaByItselfAndIsLookedAtAgainInTime() throws Exception {
        rule = new LastingRule(LastingLevel.LTA, false);
        StoredBytes sealed = sealed();
        extend();
        extend();
        assertThat(lasting(sealed).fault()).contains("expected: newer");
        assertThat(lasting(sealed).failures()).as("nothing went wrong").isZero();
        assertThat(lasting(sealed).due()).contains(desk.clock.instant().plus(Duration.ofHours(6)));
        desk.clock.pass(Duration.ofHours(6));
        desk.publish();
        extend();
        assertThat(lasting(sealed).level()).isEqualTo(LastingLevel.LT);
        extend();

        LastingFile archived = lasting(sealed);
        assertThat(archived.level()).isEqualTo(LastingLevel.LTA);
        assertThat(archived.due())
                .contains(desk.pki
                        .timestampCertificate()
                        .getNotAfter()
                        .toInstant()
                        .minus(Duration.ofDays(90)));
        assertThat(drafts.find(id).orElseThrow().files().getFirst().bytes()).isEqualTo(archived.bytes());
    }

    @Test
    void whatHasNoTimestampComesFirstAndAllThatIsDueIsTaken() throws Exception {
        rule = new LastingRule(LastingLevel.LTA, false);
        for (int number = 0; number < 5; number++) {
            begin(id.toString(), keep(desk.sealed()));
            desk.clock.pass(Duration.ofSeconds(1));
        }
        assertThat(extend()).as("more than a batch").isEqualTo(5);
        assertThat(files.pending(10)).extracting(LastingFile::level).containsOnly(LastingLevel.T);
        desk.clock.pass(Duration.ofDays(1));
        StoredBytes newest = keep(desk.sealed());
        begin(id.toString(), newest);

        assertThat(files.takeDue(desk.clock.instant(), desk.clock.instant().plusSeconds(1), 1))
                .extracting(LastingFile::signed)
                .containsExactly(newest.digest());
    }

    /** A node that went down in the middle of a step leaves it to be done again. */
    @Test
    void aFaultOfOursIsToldAndWaitedFor() throws Exception {
        desk.faulty = true;
        StoredBytes sealed = sealed();

        assertThat(extend()).isZero();
        assertThat(lasting(sealed).failures()).isEqualTo(1);
        assertThat(lasting(sealed).fault()).contains("a fault of ours");
        desk.faulty = false;
        desk.clock.pass(Duration.ofMinutes(1));
        assertThat(extend()).isEqualTo(1);
    }

    @Test
    void whoTookItAndDiedLeavesItToOthers() throws Exception {
        StoredBytes sealed = sealed();
        assertThat(files.takeDue(desk.clock.instant(), desk.clock.instant().plus(Duration.ofMinutes(10)), 4))
                .hasSize(1);
        assertThat(extend()).as("taken").isZero();
        desk.clock.pass(Duration.ofMinutes(10));
        assertThat(extend()).isEqualTo(1);
        assertThat(lasting(sealed).level()).isEqualTo(LastingLevel.T);
    }

    @Test
    void ofTwoWhoDidTheSameOnlyTheFirstCounts() throws Exception {
        StoredBytes sealed = sealed();
        LastingFile taken = lasting(sealed);
        StoredBytes one = keep(desk.grown(desk.sealed(), LastingLevel.T).file());

        assertThat(files.grow(taken, one, LastingLevel.T, Optional.empty(), LastingDesk.NOW))
                .isTrue();
        assertThat(files.grow(taken, sealed, LastingLevel.T, Optional.empty(), LastingDesk.NOW))
                .isFalse();
        assertThat(lasting(sealed).bytes()).isEqualTo(one);
    }

    @Test
    void whatIsPartOfNothingAnyMoreIsForgotten() throws Exception {
        StoredBytes sealed = sealed();
        assertThat(files.dropUnused(LastingDesk.NOW.plusSeconds(1))).isZero();
        drafts.discard(id);
        assertThat(files.dropUnused(LastingDesk.NOW)).as("too young").isZero();
        assertThat(files.dropUnused(LastingDesk.NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(files.find(sealed.digest())).isEmpty();
    }

    /** Nothing here names it, but the system that holds the file comes for its newest copy. */
    @Test
    void whatWasSealedForASystemIsKeptAndGivenOutAsItIsNow() throws Exception {
        rule = new LastingRule(LastingLevel.T, true);
        StoredBytes sealed = keep(desk.sealed());
        begin(Sha256.of(LastingDesk.letter()).hex(), sealed);
        NewestCopy newest = new NewestCopy(files);
        assertThat(newest.of(AGENCY, sealed.digest()))
                .contains(new NewestCopy.Copy(sealed, LastingLevel.B, true, false));
        assertThat(files.dropUnused(LastingDesk.NOW.plusSeconds(1))).isZero();

        assertThat(extend()).isEqualTo(1);

        NewestCopy.Copy now = newest.of(AGENCY, sealed.digest()).orElseThrow();
        assertThat(now).isEqualTo(new NewestCopy.Copy(lasting(sealed).bytes(), LastingLevel.T, false, true));
        assertThat(newest.of(AGENCY, now.bytes().digest())).contains(now);
        assertThat(newest.of(new AgencyId(UUID.randomUUID()), sealed.digest())).isEmpty();
        assertThat(files.dropUnused(LastingDesk.NOW.plusSeconds(1))).isZero();
    }

    @Test
    void bytesThatAreNoPdfOfOursStopNobody() throws Exception {
        StoredBytes torn = keep(new byte[] {1, 2, 3});
        begin(id.toString(), torn);
        StoredBytes sealed = sealed();

        assertThat(extend()).isEqualTo(1);
        assertThat(lasting(torn).fault()).startsWith("PDF: ");
        assertThat(lasting(sealed).level()).isEqualTo(LastingLevel.T);
        assertThat(files.find(Sha256.of(new byte[0]))).isEmpty();
    }
}
