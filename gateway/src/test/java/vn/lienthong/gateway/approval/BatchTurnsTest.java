package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.seal.SealSketch;

/** Batches take turns, and whatever cuts one off neither stops the others nor goes on for ever. */
class BatchTurnsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final ApprovalDesk desk = new ApprovalDesk();

    @BeforeEach
    void aKey() {
        assertThat(desk.add(folder, Fate.GOOD, SealSketch.PIN)).isInstanceOf(AddSigner.Outcome.Added.class);
    }

    private List<ItemOutcome> outcomes(SigningBatch batch) {
        return desk.now(batch).items().stream().map(SigningBatch.Item::outcome).toList();
    }

    @Test
    void aLongBatchDoesNotKeepTheOthers() {
        SigningBatch two = desk.confirmed(desk.asked(desk.draft()), desk.asked(desk.draft()));
        desk.clock.pass(Duration.ofSeconds(1));
        SigningBatch one = desk.confirmed(desk.asked(desk.draft()));
        for (int turn = 0; turn < 2; turn++) {
            desk.clock.pass(Duration.ofSeconds(1));
            assertThat(desk.signing.next()).isTrue();
        }
        assertThat(outcomes(one)).containsExactly(ItemOutcome.SIGNED);
        assertThat(outcomes(two)).containsExactly(ItemOutcome.SIGNED, ItemOutcome.WAITING);
        desk.work();
        assertThat(desk.now(two).finishedAt()).isPresent();
    }

    @Test
    void theOfficersWordIsCountedFromTheFirstTurn() {
        SigningBatch batch = desk.confirmed(desk.asked(desk.draft()), desk.asked(desk.draft()));
        desk.clock.pass(Duration.ofMinutes(50));
        desk.signing.next();
        desk.clock.pass(Duration.ofMinutes(50));
        desk.work();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.SIGNED, ItemOutcome.SIGNED);
    }

    @Test
    void whatIsCutOffAgainAndAgainIsGivenUp() {
        SigningRequest deadly = desk.asked(desk.draft());
        SigningBatch batch = desk.confirmed(deadly);
        SignBatch dying = desk.signing(new DyingRequests(desk.requests, deadly));
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(dying::next).isInstanceOf(IllegalStateException.class);
            desk.clock.pass(Duration.ofMinutes(5));
        }
        assertThat(dying.next()).isTrue();
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.UNFIT);
        assertThat(desk.now(batch).finishedAt()).isPresent();
    }

    @Test
    void whoHasLostTheBatchSaysNothingOfItButThatItIsSigned() {
        SigningRequest request = desk.asked(desk.draft());
        SigningBatch batch = desk.confirmed(request);
        SigningBatch late = desk.batches
                .take(desk.clock.instant(), desk.clock.instant().plusSeconds(1))
                .orElseThrow();
        desk.clock.pass(Duration.ofSeconds(2));
        SigningBatch other = desk.batches
                .take(desk.clock.instant(), desk.clock.instant().plusSeconds(60))
                .orElseThrow();
        desk.batches.note(late, request.id(), ItemOutcome.CUT_OFF, "", desk.clock.instant());
        desk.batches.giveBack(late, desk.clock.instant());
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.WAITING);
        desk.batches.note(other, request.id(), ItemOutcome.CUT_OFF, "", desk.clock.instant());
        desk.batches.signed(batch.id(), request.id(), desk.clock.instant());
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.SIGNED);
    }

    @Test
    void whoPressesTwiceSeesTheFirstBatchAndWhoMixesSeesNone() {
        SigningRequest one = desk.asked(desk.draft());
        SigningRequest two = desk.asked(desk.draft());
        SigningRequest free = desk.asked(desk.draft());
        SigningBatch batch = desk.confirmed(one, two);
        assertThat(desk.confirming.confirm(ApprovalDesk.OFFICER, List.of(one, two), ApprovalDesk.ACTOR, ""))
                .isEmpty();
        assertThat(desk.confirming.before(List.of(one, two))).contains(batch.id());
        assertThat(desk.confirming.confirm(ApprovalDesk.OFFICER, List.of(one, free), ApprovalDesk.ACTOR, ""))
                .isEmpty();
        assertThat(desk.confirming.before(List.of(one, free)))
                .as("the free one is in no batch")
                .isEmpty();
    }

    @Test
    void theJournalSaysHowItWasConfirmed() {
        SigningRequest request = desk.asked(desk.draft());
        assertThat(desk.confirming.confirm(ApprovalDesk.OFFICER, List.of(request), ApprovalDesk.ACTOR, "second factor"))
                .isNotEqualTo(Optional.empty());
        assertThat(desk.events.latest(1))
                .singleElement()
                .extracting(AccessEvent::detail)
                .asString()
                .endsWith("confirmed by second factor");
    }
}
