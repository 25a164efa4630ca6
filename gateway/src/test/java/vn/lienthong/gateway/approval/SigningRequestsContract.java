package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFields;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

/** What every {@link SigningRequests} and {@link SigningBatches} promises. */
public abstract class SigningRequestsContract {

    private static final AgencyId COMMUNE = new AgencyId(new UUID(1, 1));
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00.123456Z");
    private static final Decision SAID = new Decision("USER:ct", NOW.plusSeconds(9), "", Optional.empty());

    private int turns;

    protected abstract Accounts accounts();

    protected abstract Drafts drafts();

    protected abstract SigningRequests requests();

    protected abstract SigningBatches batches();

    @BeforeEach
    void anOfficer() {
        accounts().save(new Account("ct.anh", "Lê Anh", Role.OFFICER, false, true), "{x}1");
    }

    private static StoredBytes bytes(String text) {
        byte[] all = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new StoredBytes(Sha256.of(all), all.length);
    }

    private Draft draft(int number) {
        Draft draft = Draft.begun(new DraftId(new UUID(2, number)), COMMUNE, "USER:vt", NOW)
                .carrying(
                        List.of(new DraftFile("a.pdf", bytes("a" + number)), new DraftFile("b.pdf", bytes("b"))), NOW);
        drafts().add(draft);
        return draft;
    }

    private static SigningRequest asked(Draft draft, int number, Optional<Instant> due, int urgency) {
        return new SigningRequest(
                new RequestId(new UUID(4, number)),
                draft.id(),
                draft.revision() + 1,
                COMMUNE,
                "ct.anh",
                new SigningRequest.Ask("USER:vt", NOW.plusSeconds(number), "kính trình", due),
                new Shown("12/UBND", "Công văn", "Về việc đê", urgency, "a.pdf"),
                draft.files().getFirst().bytes().digest(),
                Optional.of(draft.files().getFirst().bytes()),
                RequestState.ASKED,
                Optional.empty());
    }

    @Test
    void whatIsBeforeAnOfficerStaysAsItIsUntilItIsTakenBack() {
        Draft draft = draft(1);
        SigningRequest request = asked(draft, 1, Optional.of(NOW.plusSeconds(60)), 2);
        assertThat(requests().add(request)).isTrue();
        assertThat(requests().find(request.id())).contains(request);
        assertThat(requests().of(draft.id())).containsExactly(request);
        Draft held = drafts().find(draft.id()).orElseThrow();
        assertThat(held.revision()).isEqualTo(request.revision());
        assertThat(drafts().replace(draft, draft.with(DraftFields.EMPTY, "", NOW)))
                .as("an older window")
                .isFalse();
        assertThat(drafts().replace(held, held.with(DraftFields.EMPTY, "", NOW)))
                .isFalse();
        assertThat(drafts().replace(held, held.carrying(List.of(), NOW))).isFalse();
        assertThat(drafts().pin(held)).isEmpty();
        assertThat(drafts().discard(held.id())).isFalse();
        assertThat(requests().add(asked(held, 2, Optional.empty(), 0)))
                .as("one officer at a time")
                .isFalse();
        assertThat(requests().decide(request, RequestState.TAKEN_BACK, SAID)).isTrue();
        assertThat(requests().decide(request, RequestState.REFUSED, SAID))
                .as("decided once")
                .isFalse();
        assertThat(requests().sign(request, bytes("signed"), SAID)).isFalse();
        assertThat(drafts().replace(held, held.with(DraftFields.EMPTY, "", NOW)))
                .isTrue();
        assertThat(requests().find(request.id()))
                .contains(request.decided(RequestState.TAKEN_BACK, SAID, Optional.empty()));
    }

    @Test
    void whatChangedOrIsUnknownIsNotPutBeforeAnybody() {
        Draft draft = draft(1);
        Draft after = draft.with(DraftFields.EMPTY, "", NOW);
        drafts().replace(draft, after);
        assertThat(requests().add(asked(draft, 1, Optional.empty(), 0))).isFalse();
        assertThat(requests().of(draft.id())).isEmpty();
        assertThat(requests().find(new RequestId(new UUID(4, 1)))).isEmpty();
    }

    @Test
    void theSignedFileTakesTheFilesPlaceAndOnlyOnce() {
        Draft draft = draft(1);
        SigningRequest request = asked(draft, 1, Optional.empty(), 0);
        requests().add(request);
        Decision signed = new Decision("USER:ct.anh", NOW.plusSeconds(9), "", Optional.of(Sha256.of(new byte[] {5})));
        assertThat(requests().sign(request, bytes("signed"), signed)).isTrue();
        assertThat(requests().sign(request, bytes("signed twice"), signed)).isFalse();
        assertThat(requests().find(request.id()))
                .contains(request.decided(RequestState.SIGNED, signed, Optional.of(bytes("signed"))));
        Draft after = drafts().find(draft.id()).orElseThrow();
        assertThat(after.files())
                .containsExactly(new DraftFile("a.pdf", bytes("signed")), new DraftFile("b.pdf", bytes("b")));
        assertThat(after.revision()).isEqualTo(request.revision() + 1);
        assertThat(drafts().replace(after, after.with(DraftFields.EMPTY, "", NOW)))
                .isTrue();
        assertThat(requests().latest(Set.of(draft.id(), new DraftId(new UUID(2, 99)))))
                .extracting(SigningRequest::id)
                .containsExactly(request.id());
    }

    @Test
    void whatAnOfficerSignedStaysOnRecordWhenTheDraftIsDiscarded() {
        Draft draft = draft(1);
        SigningRequest request = asked(draft, 1, Optional.empty(), 0);
        requests().add(request);
        Decision signed = new Decision("USER:ct.anh", NOW.plusSeconds(9), "", Optional.of(Sha256.of(new byte[] {5})));
        assertThat(requests().sign(request, bytes("signed"), signed)).isTrue();
        assertThat(drafts().discard(draft.id())).isTrue();
        assertThat(requests().find(request.id()))
                .as("the files go with the draft")
                .contains(request.decided(RequestState.SIGNED, signed, Optional.empty()));
        assertThat(requests().decided("ct.anh", "", 9)).hasSize(1);
    }

    @Test
    void theNearestDeadlineComesFirstThenTheMostUrgent() {
        SigningRequest none = asked(draft(1), 1, Optional.empty(), 0);
        SigningRequest urgent = asked(draft(2), 2, Optional.empty(), 3);
        SigningRequest later = asked(draft(3), 3, Optional.of(NOW.plusSeconds(900)), 0);
        SigningRequest soon = asked(draft(4), 4, Optional.of(NOW.plusSeconds(60)), 0);
        List.of(none, urgent, later, soon).forEach(request -> requests().add(request));
        assertThat(requests().waiting("ct.anh", "", 10)).containsExactly(soon, later, urgent, none);
        assertThat(requests().waiting("ct.anh", "", 2)).containsExactly(soon, later);
        assertThat(requests().waiting("nobody", "", 9)).isEmpty();
        assertThat(requests().waiting("ct.anh", "VỀ VIỆC ĐÊ", 2)).containsExactly(soon, later);
        assertThat(requests().waiting("ct.anh", "việc khác", 9)).isEmpty();
        requests().decide(later, RequestState.REFUSED, SAID);
        assertThat(requests().open(9)).containsExactly(none, urgent, soon);
        assertThat(requests().decided("ct.anh", "trình", 9)).hasSize(1);
        assertThat(requests().decided("ct.anh", "việc khác", 9)).isEmpty();
        assertThat(requests().all(Set.of(none.id(), later.id(), new RequestId(new UUID(4, 99)))))
                .extracting(SigningRequest::id)
                .containsExactlyInAnyOrder(none.id(), later.id());
        assertThat(requests().decided("ct.anh", "", 9))
                .extracting(SigningRequest::id)
                .containsExactly(later.id());
    }

    private SigningBatch batch(int number, SigningRequest... all) {
        SigningBatch batch = SigningBatch.of(
                new BatchId(new UUID(5, number)),
                "ct.anh",
                NOW.plusSeconds(number),
                Stream.of(all)
                        .map(one -> SigningBatch.Item.waiting(one.id(), one.asked()))
                        .toList());
        assertThat(batches().add(batch)).isTrue();
        return batch;
    }

    private SigningRequest added(int number) {
        SigningRequest request = asked(draft(number), number, Optional.empty(), 0);
        assertThat(requests().add(request)).isTrue();
        return request;
    }

    private List<ItemOutcome> outcomes(SigningBatch batch) {
        return batches().find(batch.id()).orElseThrow().items().stream()
                .map(SigningBatch.Item::outcome)
                .toList();
    }

    @Test
    void aBatchIsTakenByOneAndTakenUpAgainWhenItsTimeIsOver() {
        SigningRequest one = added(1);
        SigningRequest two = added(2);
        SigningBatch batch = batch(1, two, one);
        assertThat(batches().find(batch.id())).contains(batch);
        assertThat(batches().of("ct.anh", 5)).containsExactly(batch);
        SigningBatch taken = batches().take(NOW, NOW.plusSeconds(60)).orElseThrow();
        assertThat(taken.leaseUntil()).contains(NOW.plusSeconds(60));
        assertThat(taken.begunAt()).contains(NOW);
        assertThat(batches().take(NOW.plusSeconds(59), NOW.plusSeconds(99)))
                .as("somebody has it")
                .isEmpty();
        assertThat(batches().extend(taken, NOW.plusSeconds(61), List.of(two.id())))
                .isTrue();
        SigningBatch mine = taken.leased(NOW.plusSeconds(61));
        batches().signed(batch.id(), two.id(), NOW);
        batches().note(mine, two.id(), ItemOutcome.CUT_OFF, "", NOW);
        SigningBatch again =
                batches().take(NOW.plusSeconds(61), NOW.plusSeconds(120)).orElseThrow();
        assertThat(again.begunAt()).contains(NOW);
        assertThat(batches().extend(mine, NOW.plusSeconds(180), List.of(one.id())))
                .as("lost to another one")
                .isFalse();
        batches().note(mine, one.id(), ItemOutcome.CUT_OFF, "", NOW);
        batches().giveBack(mine, NOW);
        assertThat(again.items()).extracting(SigningBatch.Item::attempts).containsExactly(1, 0);
        assertThat(outcomes(batch)).containsExactly(ItemOutcome.SIGNED, ItemOutcome.WAITING);
        batches().note(again, one.id(), ItemOutcome.NO_KEY, "x", NOW);
        batches().giveBack(again, NOW.plusSeconds(70));
        assertThat(batches().find(batch.id()).orElseThrow().finishedAt()).contains(NOW.plusSeconds(70));
        assertThat(batches().take(NOW.plusSeconds(999), NOW.plusSeconds(9999))).isEmpty();
        batches().signed(batch.id(), one.id(), NOW);
        assertThat(outcomes(batch)).as("true whoever had it").containsOnly(ItemOutcome.SIGNED);
    }

    @Test
    void whoWaitsLongestHasTheNextTurn() {
        SigningBatch first = batch(1, added(1));
        SigningBatch second = batch(2, added(2));
        for (SigningBatch next : List.of(first, second, first)) {
            Instant now = NOW.plusSeconds(10L + turns++);
            SigningBatch taken = batches().take(now, now.plusSeconds(60)).orElseThrow();
            assertThat(taken.id()).isEqualTo(next.id());
            batches().giveBack(taken, now);
        }
    }

    @Test
    void aDocumentWaitsInOneBatch() {
        SigningRequest one = added(1);
        SigningRequest two = added(2);
        SigningBatch batch = batch(1, one);
        SigningBatch twice = SigningBatch.of(
                new BatchId(new UUID(5, 2)),
                "ct.anh",
                NOW,
                List.of(
                        SigningBatch.Item.waiting(two.id(), two.asked()),
                        SigningBatch.Item.waiting(one.id(), one.asked())));
        assertThat(batches().add(twice)).isFalse();
        assertThat(batches().find(twice.id())).as("all or nothing").isEmpty();
        assertThat(batches().waiting(one.id())).contains(batch.id());
        assertThat(batches().waiting(two.id())).isEmpty();
        SigningBatch taken =
                batches().take(NOW.plusSeconds(9), NOW.plusSeconds(60)).orElseThrow();
        batches().note(taken, one.id(), ItemOutcome.CUT_OFF, "", NOW);
        assertThat(batches().add(twice)).isTrue();
    }

    @Test
    void whatIsSignedAtADeskWaitsForNoGateway() {
        SigningRequest one = asked(draft(1), 1, Optional.empty(), 0);
        requests().add(one);
        SigningBatch batch = new SigningBatch(
                new BatchId(new UUID(5, 2)),
                "ct.anh",
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW),
                List.of(new SigningBatch.Item(one.id(), one.asked(), ItemOutcome.AT_DESK, "", 0)));
        batches().add(batch);
        assertThat(batches().find(batch.id())).contains(batch);
        assertThat(batches().take(NOW.plusSeconds(9), NOW.plusSeconds(99))).isEmpty();
    }
}
