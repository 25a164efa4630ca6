package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.DocumentId;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.packet.TraceSplice;

/** What every {@link Dossiers} promises; its search has a contract of its own. */
public abstract class DossiersContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final Set<AgencyId> BO = Set.of(Sketch.id("bo"));

    protected DossiersContract(Stores stores) {
        super(stores);
    }

    private <T> T ask(Function<Dossiers, T> question) {
        return read(t -> question.apply(t.dossiers()));
    }

    private Optional<Dossier> found(Function<Dossiers, Optional<Dossier>> question) {
        return ask(question);
    }

    private boolean added(Dossier dossier) {
        return ask(d -> d.add(dossier));
    }

    private Dossier dossier(DossierId id) {
        return ask(d -> d.find(id)).orElseThrow();
    }

    private List<DossierId> ids(Function<Dossiers, List<Dossier>> question) {
        return ask(question).stream().map(Dossier::id).toList();
    }

    private void refuse(DossierId id) {
        write(t -> t.dossiers().update(id, DossierState.REFUSED, Set.of(), Optional.empty(), "không đúng nơi"));
    }

    @Test
    void aDossierIsReadAsItWasAdded() {
        Dossier full = new DossierSketch("G01,2026/11/01,12/BG")
                .acting(BusinessAction.UPDATE, "D0", "a1")
                .about("12", "BG-VP", "Về việc \"thử\" 100%; drop table")
                .held(Hold.REGISTRAR)
                .marked(Mark.values())
                .to("H01", "H02")
                .dossier();
        Dossier bare = new DossierSketch("").dossier();
        assertThat(added(full)).isTrue();
        assertThat(added(bare)).isTrue();
        for (Dossier one : List.of(full, bare)) {
            assertThat(found(d -> d.find(one.id()))).contains(one);
            assertThat(found(d -> d.find(one.key()))).contains(one);
            assertThat(found(d -> d.locked(one.id()))).contains(one);
            assertThat(found(d -> d.findSent(one.senderDocId()))).contains(one);
        }
    }

    @Test
    void whatWasNeverAddedIsNotFound() {
        Dossier none = new DossierSketch("D1").dossier();
        assertThat(found(d -> d.find(none.id()))).isEmpty();
        assertThat(found(d -> d.find(none.key()))).isEmpty();
        assertThat(found(d -> d.locked(none.id()))).isEmpty();
        assertThat(found(d -> d.findSent("nothing"))).isEmpty();
    }

    @Test
    void aKeyIsTakenOnceAndEachPartOfItTellsDossiersApart() {
        DossierId first = keep(new DossierSketch("D1"));
        DossierSketch same = new DossierSketch("D1").to("H01");
        assertThat(added(same.dossier())).isFalse();
        assertThat(found(d -> d.find(same.id()))).isEmpty();
        assertThat(dossier(first).recipients()).isEmpty();
        keep(new DossierSketch("d1"));
        keep(new DossierSketch("D1").from("so", "H01"));
        keep(new DossierSketch("D1").acting(BusinessAction.REVOKE, "D0", "a"));
        keep(new DossierSketch("D1").acting(BusinessAction.REVOKE, "D0", "b"));
        keep(new DossierSketch("D1").acting(BusinessAction.REVOKE, "D9", "a"));
        keep(new DossierSketch("D1").acting(BusinessAction.UPDATE, "D0", "a"));
    }

    @Test
    void ofManyThatAddTheSameKeyAtOnceOneDoes() throws Exception {
        List<Boolean> added =
                Together.times(6, () -> added(new DossierSketch("D1").to("H01").dossier()));
        assertThat(added).containsOnlyOnce(true);
        assertThat(ids(d -> d.find(BO, new DocumentId("D1")))).hasSize(1);
    }

    @Test
    void aRefusedOneMakesRoomAndDoesNotComeBackIntoIt() {
        DossierSketch refused = new DossierSketch("D1");
        keep(refused);
        refuse(refused.id());
        assertThat(found(d -> d.find(refused.dossier().key()))).isEmpty();
        assertThat(dossier(refused.id()).holdReason()).isEqualTo("không đúng nơi");
        DossierId second = keep(new DossierSketch("D1"));
        assertThat(found(d -> d.find(refused.dossier().key())).map(Dossier::id)).contains(second);
        assertThatThrownBy(() -> write(
                        t -> t.dossiers().update(refused.id(), DossierState.ACCEPTED, Set.of(), Optional.empty(), "")))
                .isInstanceOf(RuntimeException.class);
        assertThat(dossier(refused.id()).state()).isEqualTo(DossierState.REFUSED);
    }

    @Test
    void noTwoDossiersAreAnsweredWithOneTransportId() {
        keep(new DossierSketch("D1").answered("x"));
        assertThatThrownBy(() ->
                        ask(d -> d.add(new DossierSketch("D2").answered("x").dossier())))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aDocumentIsFoundAmongTheSendersOldestFirstAndNotWhenRefused() {
        DossierId update = keep(
                new DossierSketch("D1").acting(BusinessAction.UPDATE, "D0", "a").at(NOW.plusSeconds(9)));
        DossierId original = keep(new DossierSketch("D1").at(NOW));
        DossierId others = keep(new DossierSketch("D1").from("so", "H01").at(NOW.plusSeconds(3)));
        keep(new DossierSketch("D2"));
        DocumentId wanted = new DocumentId("D1");
        assertThat(ids(d -> d.find(BO, wanted))).containsExactly(original, update);
        assertThat(ids(d -> d.find(Set.of(Sketch.id("bo"), Sketch.id("so")), wanted)))
                .containsExactly(original, others, update);
        assertThat(ids(d -> d.find(Set.of(), wanted))).isEmpty();
        refuse(original);
        assertThat(ids(d -> d.find(BO, wanted))).containsExactly(update);
    }

    @Test
    void whatWasSentComesNewestFirstWithinItsDatesRefusedOnesToo() {
        DossierId first = keep(new DossierSketch("D1").at(NOW));
        DossierId second = keep(new DossierSketch("D2").at(NOW.plusSeconds(1)));
        DossierId third = keep(new DossierSketch("D3").at(NOW.plusSeconds(2)));
        keep(new DossierSketch("D4").from("so", "H01"));
        refuse(second);
        Optional<Instant> open = Optional.empty();
        Optional<Instant> one = Optional.of(NOW.plusSeconds(1));
        Optional<Instant> two = Optional.of(NOW.plusSeconds(2));
        assertThat(ids(d -> d.sentBy(BO, open, open, 10))).containsExactly(third, second, first);
        assertThat(ids(d -> d.sentBy(BO, open, open, 2))).containsExactly(third, second);
        assertThat(ids(d -> d.sentBy(BO, one, two, 10))).containsExactly(second);
        assertThat(ids(d -> d.sentBy(BO, open, one, 10))).containsExactly(first);
        assertThat(ids(d -> d.sentBy(Set.of(), open, open, 10))).isEmpty();
    }

    @Test
    void whatWasSentIsReadPageByPageThoughSomeCameAtOneInstant() {
        for (int i = 0; i < 5; i++) {
            keep(new DossierSketch("D" + i).at(NOW.plusSeconds(i / 2)));
        }
        List<DossierId> all = ids(d -> d.sentBy(BO, Optional.empty(), Optional.empty(), 10));
        List<DossierId> read = new ArrayList<>();
        Optional<DossierId> last = Optional.empty();
        for (int page = 0; page < 3; page++) {
            Optional<DossierId> after = last;
            read.addAll(ids(d -> d.sentAfter(BO, Optional.empty(), after, 2)));
            last = Optional.of(read.getLast());
        }
        Optional<DossierId> end = last;
        assertThat(read).isEqualTo(all);
        assertThat(ids(d -> d.sentAfter(BO, Optional.empty(), end, 2))).isEmpty();
        assertThat(ids(d -> d.sentAfter(BO, Optional.of(NOW.plusSeconds(2)), Optional.empty(), 9)))
                .hasSize(1);
        assertThat(ids(d -> d.sentAfter(Set.of(), Optional.empty(), Optional.empty(), 9)))
                .isEmpty();
    }

    @Test
    void recipientsAreAddedOnceAndTheFirstWordStands() {
        DossierId dossier = keep(new DossierSketch("D1").to("H02"));
        DeliveryId copy = keep(new DeliverySketch(dossier));
        Recipient later = new Recipient(new AgencyCode("H02"), "Tên khác", "khác", Optional.of(copy));
        write(t -> t.dossiers().addRecipients(dossier, List.of(later, DossierSketch.recipient("H01"))));
        write(t -> t.dossiers().addRecipients(dossier, List.of()));
        assertThat(dossier(dossier).recipients())
                .containsExactly(DossierSketch.recipient("H01"), DossierSketch.recipient("H02"));
    }

    @Test
    void aRecipientIsAnsweredForByADeliveryThatExistsAndLaterByAnother() {
        DossierId dossier = keep(new DossierSketch("D1"));
        DeliveryId one = keep(new DeliverySketch(dossier));
        DeliveryId other = keep(new DeliverySketch(dossier).to("H02", "phong", "sys-phong"));
        write(t -> t.dossiers()
                .addRecipients(dossier, List.of(answered("H01", one), answered("H02", other), answered("H03", one))));
        write(t -> t.dossiers().answer(one, other));
        assertThat(dossier(dossier).recipients())
                .extracting(recipient -> recipient.delivery().orElseThrow())
                .containsExactly(other, other, other);
        DeliveryId nobody = new DeliveryId(UUID.randomUUID());
        assertThatThrownBy(() -> write(t -> t.dossiers().addRecipients(dossier, List.of(answered("H04", nobody)))))
                .isInstanceOf(RuntimeException.class);
    }

    private static Recipient answered(String code, DeliveryId by) {
        return new Recipient(new AgencyCode(code), "", "", Optional.of(by));
    }

    @Test
    void everyReceivedCopyIsNoted() {
        DossierSketch sketch = new DossierSketch("D1");
        DossierId dossier = keep(sketch);
        Caller caller = new Caller("sys-bo", CallerKind.AGENCY, List.of());
        for (Optional<String> name : List.of(Optional.of("t-1"), Optional.<String>empty())) {
            Submission copy = new Submission(
                    sketch.dossier().bytes(),
                    MessageKind.EDOC,
                    Channel.REST,
                    caller,
                    Optional.empty(),
                    List.of(),
                    name,
                    name,
                    NOW);
            write(t -> t.dossiers().addCopy(dossier, copy));
        }
        assertThat(stores.copiesKept()).isEqualTo(2);
    }

    @Test
    void anUpdateChangesStateMarksAndHoldAndNothingElse() {
        DossierSketch sketch =
                new DossierSketch("D1").about("1", "A", "x").held(Hold.OPERATOR).to("H01");
        keep(sketch);
        write(t -> t.dossiers()
                .update(sketch.id(), DossierState.HELD, Set.of(Mark.SUCCEEDED), Optional.of(Hold.QUARANTINE), "mật"));
        Dossier held = dossier(sketch.id());
        assertThat(held.hold()).contains(Hold.QUARANTINE);
        assertThat(held.holdReason()).isEqualTo("mật");
        assertThat(held.marks()).containsExactly(Mark.SUCCEEDED);
        write(t -> t.dossiers().update(sketch.id(), DossierState.HELD, Set.of(), Optional.of(Hold.OPERATOR), ""));
        assertThat(dossier(sketch.id())).isEqualTo(sketch.dossier());
    }

    private static final Duration LEASE = Duration.ofSeconds(60);

    private int learning(Instant now) {
        return read(t -> t.dossiers().lookAgain(now));
    }

    private List<DossierId> taken(Instant now, int limit) {
        return list(t -> t.dossiers().takeIndeterminate(now, LEASE, limit)).stream()
                .map(open -> open.dossier().id())
                .toList();
    }

    private void lookedAt(DossierId id, String json, Mark mark, Optional<Instant> nextLook) {
        write(t -> t.dossiers().updateVerification(id, json, Set.of(mark), NOW, nextLook));
    }

    @Test
    void whatIsIndeterminateIsTakenByOneAndAgainWhenTheLeaseEnds() {
        DossierId first = keep(new DossierSketch("D1").marked(Mark.INDETERMINATE));
        DossierId second = keep(new DossierSketch("D2").marked(Mark.INDETERMINATE));
        keep(new DossierSketch("D3").marked(Mark.FOR_INFORMATION));
        keep(new DossierSketch("D4").marked(Mark.INDETERMINATE).state(DossierState.REFUSED));
        assertThat(taken(NOW, 10)).containsExactlyInAnyOrder(first, second);
        assertThat(taken(NOW.plusSeconds(59), 10)).isEmpty();
        List<OpenVerification> again = list(t -> t.dossiers().takeIndeterminate(NOW.plusSeconds(60), LEASE, 10));
        assertThat(again).extracting(OpenVerification::looks).containsExactly(2, 2);
        assertThat(again).extracting(OpenVerification::unfinished).containsExactly(1, 1);
    }

    @Test
    void eachLookThatNeverEndedDoublesTheWaitAndNewsDoNotShortenIt() {
        DossierId killer = keep(new DossierSketch("D1").marked(Mark.INDETERMINATE));
        assertThat(taken(NOW, 10)).containsExactly(killer);
        assertThat(taken(NOW.plusSeconds(60), 10)).containsExactly(killer);
        assertThat(learning(NOW.plusSeconds(61))).isZero();
        assertThat(taken(NOW.plusSeconds(179), 10)).isEmpty();
        assertThat(taken(NOW.plusSeconds(180), 10)).containsExactly(killer);

        write(t -> t.dossiers().lookLater(killer, Optional.of(NOW.plusSeconds(500))));
        assertThat(taken(NOW.plusSeconds(499), 10)).isEmpty();
        assertThat(learning(NOW.plusSeconds(490))).isEqualTo(1);
        assertThat(list(t -> t.dossiers().takeIndeterminate(NOW.plusSeconds(490), LEASE, 10)))
                .extracting(OpenVerification::unfinished)
                .containsExactly(0);
        write(t -> t.dossiers().lookLater(killer, Optional.empty()));
        assertThat(learning(NOW.plusSeconds(600))).isZero();
        assertThat(taken(NOW.plusSeconds(1_000_000), 10)).isEmpty();
    }

    @Test
    void whatCouldNotBeLookedAtIsDueOnceForEachAbility() {
        DossierId unchecked = keep(new DossierSketch("D1").marked(Mark.NOT_CHECKED));
        keep(new DossierSketch("D2").marked(Mark.FOR_INFORMATION));
        keep(new DossierSketch("D3").marked(Mark.NOT_CHECKED).state(DossierState.REFUSED));
        assertThat(taken(NOW, 10)).isEmpty();
        int due = read(t -> t.dossiers().lookAtUnchecked("1 GB", NOW));
        assertThat(due).isEqualTo(1);
        assertThat(dossier(unchecked).marks()).containsExactlyInAnyOrder(Mark.NOT_CHECKED, Mark.INDETERMINATE);
        assertThat(taken(NOW, 10)).containsExactly(unchecked);
        int busy = read(t -> t.dossiers().lookAtUnchecked("1 GB", NOW));
        assertThat(busy).as("somebody is at it").isZero();
        lookedAt(unchecked, "[2]", Mark.NOT_CHECKED, Optional.empty());
        boolean before = read(t -> t.dossiers().wasUnchecked(unchecked));
        assertThat(before).isFalse();
        lookedWith(unchecked, "512 MB");
        boolean since = read(t -> t.dossiers().wasUnchecked(unchecked));
        assertThat(since).isTrue();
        int unseen = read(t -> t.dossiers().lookAtUnchecked("1 GB", NOW));
        assertThat(unseen).as("a node that can do less looked first").isEqualTo(1);
        assertThat(taken(NOW, 10)).containsExactly(unchecked);
        lookedAt(unchecked, "[2]", Mark.NOT_CHECKED, Optional.empty());
        lookedWith(unchecked, "1 GB");
        int again = read(t -> t.dossiers().lookAtUnchecked("1 GB", NOW.plusSeconds(9)));
        assertThat(again).as("nothing has changed").isZero();
        int more = read(t -> t.dossiers().lookAtUnchecked("2 GB", NOW.plusSeconds(9)));
        assertThat(more).isEqualTo(1);
        assertThat(taken(NOW.plusSeconds(9), 10)).containsExactly(unchecked);
        DossierId later = keep(new DossierSketch("D4").marked(Mark.NOT_CHECKED));
        int received = read(t -> t.dossiers().lookAtUnchecked("1 GB", NOW.plusSeconds(9)));
        assertThat(received).as("received after others were looked at").isEqualTo(1);
        assertThat(taken(NOW.plusSeconds(9), 10)).containsExactly(later);
    }

    private void lookedWith(DossierId id, String able) {
        write(t -> t.dossiers().lookedWith(id, able));
    }

    @Test
    void theLongestDueAreTakenFirst() {
        DossierId first = keep(new DossierSketch("D1").marked(Mark.INDETERMINATE));
        DossierId second = keep(new DossierSketch("D2").marked(Mark.INDETERMINATE));
        lookedAt(first, "[2]", Mark.INDETERMINATE, Optional.of(NOW.plusSeconds(9)));
        lookedAt(second, "[2]", Mark.INDETERMINATE, Optional.of(NOW.plusSeconds(5)));
        assertThat(taken(NOW.plusSeconds(4), 10)).isEmpty();
        assertThat(taken(NOW.plusSeconds(9), 1)).containsExactly(second);
        assertThat(taken(NOW.plusSeconds(9), 1)).containsExactly(first);
    }

    @Test
    void whatIsSettledOrCannotBeIsNotLookedAtAgain() {
        DossierId settled = keep(new DossierSketch("D1").marked(Mark.INDETERMINATE));
        DossierId hopeless = keep(new DossierSketch("D2").marked(Mark.INDETERMINATE));
        DossierId later = keep(new DossierSketch("D3").marked(Mark.INDETERMINATE));
        lookedAt(settled, "[3]", Mark.SUCCEEDED, Optional.empty());
        lookedAt(hopeless, "[3]", Mark.INDETERMINATE, Optional.empty());
        lookedAt(later, "[3]", Mark.INDETERMINATE, Optional.of(NOW.plusSeconds(3600)));
        assertThat(dossier(settled).verificationJson()).isEqualTo("[3]");
        assertThat(dossier(settled).marks()).containsExactly(Mark.SUCCEEDED);
        assertThat(taken(NOW.plusSeconds(60), 10)).isEmpty();
        int due = read(t -> t.dossiers().lookAgain(NOW));
        assertThat(due).isEqualTo(1);
        assertThat(taken(NOW, 10)).containsExactly(later);
    }

    @Test
    void whatWaitsForADocumentIsFoundByEachThatItMissesUntilNoneIs() {
        DossierId recall = keep(new DossierSketch("R1").acting(BusinessAction.REVOKE, "D1", "a"));
        DossierId replacement = keep(new DossierSketch("P1").at(NOW.minusSeconds(1)));
        DossierId strangers = keep(new DossierSketch("R2").from("so", "H01"));
        DocumentId one = new DocumentId("D1, tập \"1\"");
        DocumentId two = new DocumentId("D2");
        write(t -> {
            t.dossiers().lockLinks(List.of(one, two, one));
            t.dossiers().await(recall, Set.of(one));
            t.dossiers().await(replacement, Set.of(one, two));
            t.dossiers().await(strangers, Set.of(one));
        });
        assertThat(ids(d -> d.waitingFor(BO, one))).containsExactly(replacement, recall);
        assertThat(ids(d -> d.waitingFor(BO, two))).containsExactly(replacement);
        write(t -> t.dossiers().await(replacement, Set.of(two)));
        write(t -> t.dossiers().await(recall, Set.of()));
        assertThat(ids(d -> d.waitingFor(BO, one))).isEmpty();
        refuse(replacement);
        assertThat(ids(d -> d.waitingFor(BO, two))).isEmpty();
    }

    @Test
    void aLineageHoldsWhatJoinedItOldestFirst() {
        DossierId late = keep(new DossierSketch("D2").at(NOW.plusSeconds(1)));
        DossierId root = keep(new DossierSketch("D1").at(NOW));
        write(t -> t.dossiers().join(late, root));
        assertThat(ids(d -> d.lineage(root))).containsExactly(root, late);
        assertThat(ids(d -> d.lineage(late))).isEmpty();
        assertThat(dossier(late).lineage()).isEqualTo(root);
    }

    @Test
    void howReceivedBytesLeaveIsNotedOnceAndStays() {
        DossierId dossier = keep(new DossierSketch("D1"));
        StoredBytes received = new StoredBytes(Sha256.of("đến".getBytes(StandardCharsets.UTF_8)), 5);
        TraceHop hop = new TraceHop("001.00.20.TT2", "2026/11/02 10:00:00");
        Sha256 leaving = Sha256.of("đi".getBytes(StandardCharsets.UTF_8));
        Outgoing spliced = new Outgoing(received, hop, Optional.of(new TraceSplice(3, "<a>&amp;</a>")), leaving);
        boolean added = read(t -> t.dossiers().addOutgoing(dossier, spliced));
        boolean again = read(t -> t.dossiers().addOutgoing(dossier, Outgoing.inHeaders(received, hop)));
        assertThat(added).isTrue();
        assertThat(again).isFalse();
        assertThat(one(t -> t.dossiers().outgoing(dossier, received.digest()))).contains(spliced);
        assertThat(one(t -> t.dossiers().outgoing(dossier, leaving))).isEmpty();
    }
}
