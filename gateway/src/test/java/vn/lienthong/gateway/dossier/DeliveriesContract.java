package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;

/** What every {@link Deliveries} promises; what waits for collectors and engines has contracts of its own. */
public abstract class DeliveriesContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;

    private final DossierSketch dossier = new DossierSketch("D1");

    protected DeliveriesContract(Stores stores) {
        super(stores);
    }

    @BeforeEach
    void dossier() {
        keep(dossier);
    }

    private DeliverySketch sketch() {
        return new DeliverySketch(dossier.id());
    }

    private Delivery kept(DeliverySketch sketch) {
        DeliveryId id = keep(sketch);
        return found(d -> d.find(id)).orElseThrow();
    }

    private Optional<Delivery> found(Function<Deliveries, Optional<Delivery>> question) {
        return read(t -> question.apply(t.deliveries()));
    }

    private List<Delivery> all(Function<Deliveries, List<Delivery>> question) {
        return read(t -> question.apply(t.deliveries()));
    }

    private boolean replaced(Delivery before, Delivery after) {
        return read(t -> t.deliveries().replace(before, after));
    }

    private Optional<String> askedBack(DeliveryId id) {
        return read(t -> t.deliveries().askedBack(id));
    }

    @Test
    void aCopyIsReadAsItWasAdded() {
        Delivery full = sketch().kind(MessageKind.STATUS)
                .push(NOW.plusSeconds(1))
                .tried(3, 2, 1)
                .urgency(4)
                .at(NOW.minusSeconds(9))
                .moved(NOW)
                .leasedUntil(NOW.plusSeconds(2))
                .handedOver(NOW.plusSeconds(3))
                .delivery();
        Delivery bare = sketch().nowhere().delivery();
        write(t -> t.deliveries().add(List.of(full, bare)));
        write(t -> t.deliveries().add(List.of()));
        for (Delivery one : List.of(full, bare)) {
            assertThat(found(d -> d.find(one.id()))).contains(one);
            assertThat(found(d -> d.locked(one.id()))).contains(one);
        }
        assertThat(found(d -> d.find(new DeliveryId(UUID.randomUUID())))).isEmpty();
        assertThat(found(d -> d.locked(new DeliveryId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void noTwoCopiesShareAnIdOrATransportIdAndNoneIsWithoutADossier() {
        Delivery first = kept(sketch().docId("x"));
        List<Delivery> forbidden = List.of(
                sketch().docId("x").delivery(),
                sketch().id(first.id()).delivery(),
                new DeliverySketch(new DossierId(UUID.randomUUID())).delivery());
        for (Delivery one : forbidden) {
            assertThatThrownBy(() -> write(t -> t.deliveries().add(List.of(sketch().delivery(), one))))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(all(d -> d.of(dossier.id()))).containsExactly(first);
    }

    @Test
    void aTransportIdIsFoundByItsAgencyOrItsSystemOnly() {
        Delivery copy = kept(sketch().docId("x").to("H01", "so", "sys-so"));
        kept(sketch().nowhere().docId("nowhere"));
        Set<AgencyId> so = Set.of(Sketch.id("so"), Sketch.id("phong"));
        Set<AgencyId> phong = Set.of(Sketch.id("phong"));
        assertThat(found(d -> d.findDoc("x", "sys-other", so))).contains(copy);
        assertThat(found(d -> d.findDoc("x", "sys-so", Set.of()))).contains(copy);
        assertThat(found(d -> d.findDoc("x", "sys-other", phong))).isEmpty();
        assertThat(found(d -> d.findDoc("X", "sys-so", so))).isEmpty();
        assertThat(found(d -> d.findDoc("nowhere", "sys-so", so))).isEmpty();
    }

    @Test
    void theCopiesOfADossierComeOldestFirstThenByCode() {
        Delivery late = kept(sketch().to("H01", "so", "s").at(NOW.plusSeconds(1)));
        Delivery second = kept(sketch().to("H03", "xa", "s"));
        Delivery first = kept(sketch().to("H02", "phong", "s"));
        DossierId other = keep(new DossierSketch("D2"));
        keep(new DeliverySketch(other));
        assertThat(all(d -> d.of(dossier.id()))).containsExactly(first, second, late);
        assertThat(all(d -> d.locked(dossier.id()))).containsExactly(first, second, late);
        assertThat(all(d -> d.of(new DossierId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void whoComparesTheStateAsItIsSets() {
        Delivery before = kept(sketch());
        Delivery after = DeliverySketch.of(before)
                .to("H01", "moi", "sys-moi")
                .push(NOW.plusSeconds(1))
                .state(DeliveryState.SENDING)
                .tried(4, 3, 2)
                .moved(NOW.plusSeconds(2))
                .leasedUntil(NOW.plusSeconds(3))
                .taken(true)
                .delivery();
        assertThat(replaced(before, after)).isTrue();
        assertThat(found(d -> d.find(before.id()))).contains(after);
        Delivery back = DeliverySketch.of(before).nowhere().delivery();
        assertThat(replaced(after, back)).isTrue();
        assertThat(found(d -> d.find(before.id()))).contains(back);
    }

    @Test
    void whoComparesAnythingElseSetsNothing() {
        Delivery is = kept(sketch().tried(2, 1, 1));
        Delivery wanted = DeliverySketch.of(is).handedOver(NOW).delivery();
        List<Delivery> outdated = List.of(
                DeliverySketch.of(is).state(DeliveryState.LEASED).delivery(),
                DeliverySketch.of(is).tried(1, 1, 1).delivery(),
                DeliverySketch.of(is).tried(3, 1, 1).delivery(),
                DeliverySketch.of(is).tried(2, 1, 0).delivery(),
                DeliverySketch.of(is).taken(true).delivery());
        for (Delivery before : outdated) {
            assertThat(replaced(before, wanted)).isFalse();
            assertThat(found(d -> d.find(is.id()))).contains(is);
        }
        Delivery unknown = sketch().delivery();
        assertThat(replaced(unknown, unknown)).isFalse();
        assertThat(found(d -> d.find(unknown.id()))).isEmpty();
    }

    @Test
    void ofManyThatCompareTheSameDispatchOneSets() throws Exception {
        Delivery before = kept(sketch().state(DeliveryState.QUEUED).tried(1, 0, 0));
        Delivery after = DeliverySketch.of(before).state(DeliveryState.SENDING).delivery();
        assertThat(Together.times(6, () -> replaced(before, after))).containsOnlyOnce(true);
    }

    @Test
    void whyACopyWasAskedBackOutlivesItsMoves() {
        Delivery copy = kept(sketch());
        assertThat(askedBack(copy.id())).isEmpty();
        write(t -> t.deliveries().askBack(copy.id(), "gửi nhầm"));
        write(t -> t.deliveries()
                .replace(copy, DeliverySketch.of(copy).state(DeliveryState.DEAD).delivery()));
        assertThat(askedBack(copy.id())).contains("gửi nhầm");
        write(t -> t.deliveries().askBack(copy.id(), "lý do khác"));
        assertThat(askedBack(copy.id())).contains("lý do khác");
        assertThat(askedBack(new DeliveryId(UUID.randomUUID()))).isEmpty();
    }

    private static Attempt attempt(DeliveryId delivery, int dispatch, Instant startedAt) {
        return new Attempt(delivery, dispatch, startedAt, Optional.empty(), "node-1", "SENDING", "");
    }

    @Test
    void anAttemptEndsOnceAndAttemptsComeInTheOrderTheyBegan() {
        DeliveryId one = keep(sketch());
        DeliveryId other = keep(sketch().to("H02", "phong", "s"));
        write(t -> {
            t.deliveries().addAttempt(attempt(one, 2, NOW.plusSeconds(2)));
            t.deliveries().addAttempt(attempt(other, 1, NOW.plusSeconds(1)));
            t.deliveries().addAttempt(attempt(one, 1, NOW));
            t.deliveries().endAttempt(one, 1, NOW.plusSeconds(1), "FAILED", "HTTP 503");
            t.deliveries().endAttempt(one, 1, NOW.plusSeconds(9), "HANDED_OVER", "");
            t.deliveries().endAttempt(one, 7, NOW.plusSeconds(9), "HANDED_OVER", "");
        });
        Attempt failed = new Attempt(one, 1, NOW, Optional.of(NOW.plusSeconds(1)), "node-1", "FAILED", "HTTP 503");
        assertThat(list(t -> t.deliveries().attempts(dossier.id())))
                .containsExactly(failed, attempt(other, 1, NOW.plusSeconds(1)), attempt(one, 2, NOW.plusSeconds(2)));
        assertThatThrownBy(() -> write(t -> t.deliveries().addAttempt(attempt(one, 2, NOW))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void triesInARowThatFoundTheSameWaitAreOne() {
        DeliveryId one = keep(sketch());
        DeliveryId other = keep(sketch().to("H02", "phong", "s"));
        Instant end = NOW.plusSeconds(9);
        write(t -> {
            for (int i = 1; i <= 5; i++) {
                t.deliveries().addAttempt(attempt(one, i, NOW.plusSeconds(i)));
            }
            t.deliveries().addAttempt(attempt(other, 1, NOW));
            t.deliveries().endWait(other, 1, NOW, "chờ");
            t.deliveries().endWait(one, 1, NOW.plusSeconds(1), "chờ");
            t.deliveries().endAttempt(one, 2, NOW.plusSeconds(2), "FAILED", "HTTP 503");
            t.deliveries().endAttempt(one, 3, NOW.plusSeconds(3), Attempt.WAITS, "chờ");
            t.deliveries().endAttempt(one, 4, NOW.plusSeconds(4), Attempt.WAITS, "chờ");
        });
        Instant since = read(t -> t.deliveries().endWait(one, 5, end, "còn chờ"));
        assertThat(since).isEqualTo(NOW.plusSeconds(3));
        assertThat(list(t -> t.deliveries().attempts(dossier.id())))
                .filteredOn(attempt -> attempt.delivery().equals(one))
                .extracting(Attempt::dispatch, Attempt::outcome, Attempt::startedAt)
                .containsExactly(
                        tuple(1, Attempt.WAITS, NOW.plusSeconds(1)),
                        tuple(2, "FAILED", NOW.plusSeconds(2)),
                        tuple(5, Attempt.WAITS, since));
        assertThat(list(t -> t.deliveries().attempts(dossier.id())))
                .contains(new Attempt(one, 5, since, Optional.of(end), "node-1", Attempt.WAITS, "còn chờ"))
                .contains(new Attempt(other, 1, NOW, Optional.of(NOW), "node-1", Attempt.WAITS, "chờ"));
    }

    @Test
    void onlyWhatWaitedForAPersonAtItsLastTryIsWoken() {
        Instant later = NOW.plusSeconds(60);
        Delivery waits = tried(sketch().push(later), Attempt.WAITS);
        Delivery rests = tried(sketch().push(later), "FAILED");
        Delivery onItsWay = tried(sketch().push(later).state(DeliveryState.SENDING), Attempt.WAITS);
        Delivery due = tried(sketch().push(NOW.minusSeconds(5)), Attempt.WAITS);
        DossierId another = keep(new DossierSketch("D2"));
        Delivery elsewhere = tried(new DeliverySketch(another).push(later), Attempt.WAITS);
        write(t -> t.deliveries().wake(dossier.id(), NOW));
        assertThat(found(d -> d.find(waits.id())))
                .contains(DeliverySketch.of(waits).push(NOW).delivery());
        for (Delivery one : List.of(rests, onItsWay, due, elsewhere)) {
            assertThat(found(d -> d.find(one.id()))).contains(one);
        }
    }

    private Delivery tried(DeliverySketch sketch, String outcome) {
        Delivery copy = kept(sketch.tried(2, 0, 0));
        write(t -> {
            for (int i = 1; i <= 2; i++) {
                t.deliveries().addAttempt(attempt(copy.id(), i, NOW.minusSeconds(9 - i)));
            }
            t.deliveries().endAttempt(copy.id(), 1, NOW.minusSeconds(1), Attempt.WAITS, "");
            t.deliveries().endAttempt(copy.id(), 2, NOW, outcome, "");
        });
        return copy;
    }

    @Test
    void onlyAgenciesOfCopiesThatAreNotFinalAreUnderWay() {
        for (DeliveryState state : DeliveryState.values()) {
            String agency = state.isFinal() ? "ended" : "open-" + state;
            keep(sketch().to("H01", agency, "s").state(state));
            keep(sketch().to("H02", agency, "s").state(state));
        }
        keep(sketch().nowhere());
        Set<AgencyId> underWay = read(t -> t.deliveries().agenciesUnderWay());
        assertThat(underWay).hasSize(7).doesNotContain(Sketch.id("ended")).contains(Sketch.id("open-DEAD"));
    }

    @Test
    void whatRestsIsPagedOldestFirst() {
        List<Delivery> resting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            DeliveryState state = i % 2 == 0 ? DeliveryState.WAITING : DeliveryState.UNROUTED;
            resting.add(kept(sketch().state(state).at(NOW.plusSeconds(i / 3))));
        }
        for (DeliveryState state : DeliveryState.values()) {
            if (state != DeliveryState.WAITING && state != DeliveryState.UNROUTED) {
                keep(sketch().state(state));
            }
        }
        keep(sketch().to("H02", "phong", "sys-so"));
        List<Delivery> paged = new ArrayList<>();
        Optional<DeliveryId> last = Optional.empty();
        for (int i = 0; i < 3; i++) {
            Optional<DeliveryId> after = last;
            List<Delivery> page = all(d -> d.atRest(Sketch.id("so"), after, 2));
            assertThat(page).hasSize(i < 2 ? 2 : 1);
            paged.addAll(page);
            last = Optional.of(page.getLast().id());
        }
        Optional<DeliveryId> end = last;
        assertThat(paged).containsExactlyInAnyOrderElementsOf(resting);
        assertThat(paged).extracting(Delivery::createdAt).isSorted();
        assertThat(all(d -> d.atRest(Sketch.id("so"), end, 2))).isEmpty();
    }
}
