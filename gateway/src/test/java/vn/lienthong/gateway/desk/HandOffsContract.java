package vn.lienthong.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/** What every {@link HandOffs} promises. */
public abstract class HandOffsContract {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Sha256 FETCH = digest("fetch");
    private static final Sha256 BACK = digest("back");

    /** A store without hand-offs. */
    protected abstract HandOffs handOffs();

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HandOff handOff(int number, String user, Instant openedAt) {
        return new HandOff(
                new HandOffId(new UUID(7, number)),
                DeskPurpose.DRAFT_SEAL,
                "nháp 1 0",
                user,
                new StoredBytes(digest("pdf"), 3),
                "công văn.pdf",
                Set.of(digest("one"), digest("other")),
                openedAt,
                openedAt.plus(Duration.ofMinutes(10)),
                HandOffState.OPEN,
                Optional.empty(),
                "");
    }

    /** Opens one of its own secrets. */
    protected static HandOff opened(HandOffs all, int number, String user) {
        HandOff one = handOff(number, user, NOW);
        all.open(one, digest("fetch " + number), digest("back " + number));
        return one;
    }

    @Test
    void eachSecretWorksOnceAndInItsTurn() {
        HandOffs all = handOffs();
        HandOff one = handOff(1, "USER:an", NOW);
        all.open(one, FETCH, BACK);
        assertThat(all.find(one.id())).contains(one);
        assertThat(all.take(BACK, NOW)).as("not fetched yet").isEmpty();
        assertThat(all.fetch(BACK, NOW)).as("the other secret").isEmpty();
        assertThat(all.fetch(digest("guess"), NOW)).isEmpty();
        assertThat(all.fetch(FETCH, NOW).map(HandOff::state)).contains(HandOffState.FETCHED);
        assertThat(all.fetch(FETCH, NOW)).as("twice").isEmpty();
        HandOff taken = all.take(BACK, NOW).orElseThrow();
        assertThat(taken.state()).isEqualTo(HandOffState.RECEIVING);
        assertThat(all.take(BACK, NOW)).as("twice").isEmpty();
        HandOff outcome = taken.become(HandOffState.REFUSED, Optional.of(DeskRefusal.OTHER_FILE), "byte 3");
        assertThat(all.end(outcome, NOW)).isTrue();
        assertThat(all.find(one.id())).contains(outcome);
        assertThat(all.end(taken.become(HandOffState.RETURNED, Optional.empty(), ""), NOW))
                .isFalse();
        assertThat(all.cancel(one.id(), NOW)).isFalse();
        assertThat(all.find(one.id())).as("what ended stays so").contains(outcome);
    }

    @Test
    void whatRanOutWorksNoMore() {
        HandOffs all = handOffs();
        HandOff one = handOff(1, "USER:an", NOW);
        all.open(one, FETCH, BACK);
        assertThat(all.fetch(FETCH, one.expiresAt())).isEmpty();
        assertThat(all.fetch(FETCH, one.expiresAt().minusMillis(1))).isPresent();
        assertThat(all.take(BACK, one.expiresAt())).isEmpty();
        assertThat(all.cancel(one.id(), one.expiresAt())).isFalse();
        HandOff kept = all.find(one.id()).orElseThrow();
        assertThat(kept.stateAt(one.expiresAt().minusMillis(1))).isEqualTo(HandOffState.FETCHED);
        assertThat(kept.stateAt(one.expiresAt())).isEqualTo(HandOffState.EXPIRED);
    }

    /** Fetched in its last second, so that its own time is long over when what comes back is looked at. */
    private static HandOff taken(HandOffs all, HandOff one) {
        all.open(one, FETCH, BACK);
        Instant last = one.expiresAt().minusSeconds(1);
        all.fetch(FETCH, last);
        return all.take(BACK, last).orElseThrow();
    }

    @Test
    void whatComesBackHasATimeOfItsOwn() {
        HandOffs all = handOffs();
        HandOff one = handOff(1, "USER:an", NOW);
        HandOff taken = taken(all, one);
        assertThat(all.find(one.id())).contains(taken);
        Instant until = one.expiresAt().minusSeconds(1).plus(HandOff.LONGEST_RECEIVING);
        assertThat(taken.stateAt(until.minusMillis(1))).isEqualTo(HandOffState.RECEIVING);
        assertThat(taken.stateAt(until)).isEqualTo(HandOffState.EXPIRED);
        HandOff outcome = taken.become(HandOffState.RETURNED, Optional.empty(), "");
        assertThat(all.end(outcome, until)).as("told as run out already").isFalse();
        assertThat(all.end(outcome, until.minusMillis(1))).isTrue();
    }

    @Test
    void whatComesBackIsGivenUpByThePerson() {
        HandOffs all = handOffs();
        HandOff taken = taken(all, handOff(1, "USER:an", NOW));
        assertThat(all.cancel(taken.id(), NOW)).isTrue();
        assertThat(all.end(taken.become(HandOffState.RETURNED, Optional.empty(), ""), NOW))
                .isFalse();
        assertThat(all.find(taken.id()).map(HandOff::state)).contains(HandOffState.CANCELLED);
    }

    @Test
    void ofTwoOpenedAtOnceOneStaysOpen() throws Exception {
        HandOffs all = handOffs();
        for (int round = 0; round < 10; round++) {
            int first = 2 * round;
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<HandOff>> opened = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (int number = first; number < first + 2; number++) {
                    int mine = number;
                    opened.add(threads.submit(() -> {
                        start.await();
                        return opened(all, mine, "USER:an");
                    }));
                }
            }
            List<HandOffState> states = new ArrayList<>();
            for (Future<HandOff> one : opened) {
                states.add(all.find(one.get().id()).orElseThrow().state());
            }
            assertThat(states).containsExactlyInAnyOrder(HandOffState.OPEN, HandOffState.CANCELLED);
        }
    }

    @Test
    void aPersonHasOneOpenAndOldOnesAreForgotten() {
        HandOffs all = handOffs();
        HandOff first = handOff(1, "USER:an", NOW);
        HandOff others = handOff(2, "USER:binh", NOW);
        HandOff second = handOff(3, "USER:an", NOW.plusSeconds(5));
        all.open(first, FETCH, BACK);
        all.open(others, digest("fetch 2"), digest("back 2"));
        all.open(second, digest("fetch 3"), digest("back 3"));
        assertThat(all.find(first.id()).map(HandOff::state)).contains(HandOffState.CANCELLED);
        assertThat(all.fetch(FETCH, NOW)).isEmpty();
        assertThat(all.find(others.id()).map(HandOff::state)).contains(HandOffState.OPEN);
        assertThat(all.cancel(second.id(), NOW)).isTrue();
        assertThat(all.cancel(second.id(), NOW)).isFalse();
        Instant later = others.expiresAt().plus(Duration.ofDays(1)).plusSeconds(1);
        all.open(handOff(4, "USER:cuc", later), digest("fetch 4"), digest("back 4"));
        assertThat(all.find(others.id())).isEmpty();
        assertThat(all.find(second.id())).as("opened five seconds later").isPresent();
    }

    @Test
    void ofManyWhoComeAtOnceOneGetsIt() throws Exception {
        HandOffs all = handOffs();
        all.open(handOff(1, "USER:an", NOW), FETCH, BACK);
        List<Future<Optional<HandOff>>> got = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 8; i++) {
                got.add(threads.submit(() -> all.fetch(FETCH, NOW)));
            }
        }
        int served = 0;
        for (Future<Optional<HandOff>> one : got) {
            served += one.get().isPresent() ? 1 : 0;
        }
        assertThat(served).isEqualTo(1);
    }
}
