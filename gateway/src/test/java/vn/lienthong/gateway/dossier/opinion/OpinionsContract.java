package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;

/** What every {@link Opinions} promises. */
public abstract class OpinionsContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final Duration LEASE = Duration.ofMinutes(10);

    protected OpinionsContract(Stores stores) {
        super(stores);
    }

    private DossierId waiting(Instant due) {
        DossierId id = keep(new DossierSketch("D" + UUID.randomUUID()));
        write(t -> t.opinions().await(id, due));
        return id;
    }

    private List<Opinions.Waiting> take(Instant now) {
        return list(t -> t.opinions().take(now, LEASE, 10));
    }

    @Test
    void whoIsDueComesOnceAndTheLeaseDoubles() {
        DossierId due = waiting(NOW);
        waiting(NOW.plusSeconds(3600));
        assertThat(take(NOW)).containsExactly(new Opinions.Waiting(due, 0));
        assertThat(take(NOW.plus(LEASE).minusSeconds(1))).isEmpty();
        assertThat(take(NOW.plus(LEASE))).containsExactly(new Opinions.Waiting(due, 1));
        assertThat(take(NOW.plus(LEASE.multipliedBy(3)).minusSeconds(1))).isEmpty();
        assertThat(take(NOW.plus(LEASE.multipliedBy(3)))).containsExactly(new Opinions.Waiting(due, 2));
    }

    @Test
    void waitingAgainChangesNothing() {
        DossierId due = waiting(NOW);
        write(t -> t.opinions().await(due, NOW.plusSeconds(60)));
        assertThat(take(NOW)).hasSize(1);
        assertThat(this.<Integer>read(t -> t.opinions().waiting())).isEqualTo(1);
    }

    @Test
    void aPostponedOneIsAsNewAndOneThatFailedIsNot() {
        DossierId postponed = waiting(NOW);
        DossierId failed = waiting(NOW.plusMillis(1));
        Instant later = NOW.plusSeconds(30);
        assertThat(take(NOW.plusMillis(1))).hasSize(2);
        write(t -> t.opinions().postpone(postponed, later));
        write(t -> t.opinions().again(failed, later.plusMillis(1)));
        assertThat(take(later.minusMillis(1))).isEmpty();
        assertThat(take(later.plusMillis(1)))
                .containsExactlyInAnyOrder(new Opinions.Waiting(postponed, 0), new Opinions.Waiting(failed, 1));
    }

    @Test
    void isClosedOnceAndStays() {
        DossierId id = waiting(NOW);
        assertThat(one(t -> t.opinions().find(id)))
                .contains(new Opinions.Kept(Optional.empty(), Optional.empty(), "[]"));
        assertThat(this.<Boolean>read(t -> t.opinions().close(id, OpinionOutcome.AGREED, NOW, "[1]")))
                .isTrue();
        assertThat(this.<Boolean>read(t -> t.opinions().close(id, OpinionOutcome.NONE, NOW, "[2]")))
                .isFalse();
        write(t -> t.opinions().again(id, NOW));
        assertThat(take(NOW.plusSeconds(9999))).isEmpty();
        assertThat(one(t -> t.opinions().find(id)))
                .contains(new Opinions.Kept(Optional.of(OpinionOutcome.AGREED), Optional.of(NOW), "[1]"));
        assertThat(this.<Integer>read(t -> t.opinions().waiting())).isZero();
    }

    @Test
    void whereThereIsMoreToAskAboutItIsAskedAnewUnlessItIsDisputed() {
        DossierId agreed = waiting(NOW);
        DossierId disputed = waiting(NOW);
        DossierId never = keep(new DossierSketch("D" + UUID.randomUUID()));
        assertThat(take(NOW)).hasSize(2);
        write(t -> t.opinions().awaitAnew(agreed, NOW));
        assertThat(take(NOW)).as("it is being asked about").isEmpty();
        assertThat(this.<Boolean>read(t -> t.opinions().close(agreed, OpinionOutcome.AGREED, NOW, "[1]")))
                .isTrue();
        assertThat(this.<Boolean>read(t -> t.opinions().close(disputed, OpinionOutcome.DISAGREED, NOW, "[2]")))
                .isTrue();
        List.of(agreed, disputed, never).forEach(id -> write(t -> t.opinions().awaitAnew(id, NOW.plusSeconds(60))));
        assertThat(take(NOW)).isEmpty();
        assertThat(take(NOW.plusSeconds(60)))
                .containsExactlyInAnyOrder(new Opinions.Waiting(agreed, 0), new Opinions.Waiting(never, 0));
        assertThat(one(t -> t.opinions().find(agreed)))
                .contains(new Opinions.Kept(Optional.empty(), Optional.empty(), "[]"));
        assertThat(one(t -> t.opinions().find(disputed)))
                .contains(new Opinions.Kept(Optional.of(OpinionOutcome.DISAGREED), Optional.of(NOW), "[2]"));
    }

    @Test
    void nobodyWaitsUnasked() {
        DossierId id = keep(new DossierSketch("D" + UUID.randomUUID()));
        assertThat(one(t -> t.opinions().find(id))).isEmpty();
        assertThat(this.<Boolean>read(t -> t.opinions().close(id, OpinionOutcome.AGREED, NOW, "[]")))
                .isFalse();
    }
}
