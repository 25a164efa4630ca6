package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Repeats.Answer;
import vn.lienthong.gateway.dossier.Repeats.Known;

/** What every {@link Repeats} promises. */
public abstract class RepeatsContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final Sha256 REQUEST = new Sha256("a".repeat(64));
    private static final Sha256 OTHER = new Sha256("b".repeat(64));
    private static final Answer ANSWER = new Answer(201, Optional.of("/x"), "{\"tên\":\"một\"}");

    protected RepeatsContract(Stores stores) {
        super(stores);
    }

    private Known begin(String systemId, Sha256 request, Instant now) {
        return stores.repeats().begin(systemId, "k", request, now, now.minus(Duration.ofHours(24)));
    }

    @Test
    void aRepeatIsAnsweredTheSameAndTheFirstAnswerStays() {
        assertThat(begin("a", REQUEST, NOW)).isEqualTo(new Known.ToDo(NOW));
        stores.repeats().answer("a", "k", ANSWER);
        stores.repeats().answer("a", "k", new Answer(200, Optional.empty(), "{}"));
        assertThat(begin("a", REQUEST, NOW.plusSeconds(9))).isEqualTo(new Known.Answered(ANSWER));
    }

    @Test
    void aCallThatWasBrokenOffIsToBeDoneAsOfItsBeginning() {
        begin("a", REQUEST, NOW);
        assertThat(begin("a", REQUEST, NOW.plusSeconds(9))).isEqualTo(new Known.ToDo(NOW));
    }

    @Test
    void aKeyIsOfOneCallOfOneSystem() {
        begin("a", REQUEST, NOW);
        assertThat(begin("a", OTHER, NOW)).isEqualTo(new Known.OfAnother());
        assertThat(begin("b", OTHER, NOW)).isEqualTo(new Known.ToDo(NOW));
        stores.repeats().answer("nobody", "k", ANSWER);
        assertThat(begin("nobody", REQUEST, NOW)).isEqualTo(new Known.ToDo(NOW));
    }

    @Test
    void afterItsTimeAKeyIsFree() {
        begin("a", REQUEST, NOW);
        stores.repeats().answer("a", "k", ANSWER);
        Instant later = NOW.plus(Duration.ofHours(24));
        assertThat(begin("a", REQUEST, later)).isEqualTo(new Known.Answered(ANSWER));
        assertThat(begin("a", OTHER, later.plusSeconds(1))).isEqualTo(new Known.ToDo(later.plusSeconds(1)));
    }

    private Known alone(Sha256 request, Instant now) {
        return stores.repeats()
                .beginAlone("a", "k", request, now, now.plusSeconds(60), now.minus(Duration.ofHours(24)));
    }

    @Test
    void whatIsDoneAloneIsDoneByOneUntilItEndsOrItsTimeIsOver() {
        assertThat(alone(REQUEST, NOW)).isEqualTo(new Known.ToDo(NOW));
        assertThat(alone(REQUEST, NOW.plusSeconds(59))).isEqualTo(new Known.UnderWay(NOW.plusSeconds(60)));
        assertThat(alone(OTHER, NOW.plusSeconds(59))).isEqualTo(new Known.OfAnother());
        assertThat(alone(REQUEST, NOW.plusSeconds(60))).as("who crashed").isEqualTo(new Known.ToDo(NOW));
        stores.repeats().letGo("a", "k", NOW.plusSeconds(60));
        assertThat(alone(REQUEST, NOW.plusSeconds(61)))
                .as("it was another's to let go")
                .isEqualTo(new Known.UnderWay(NOW.plusSeconds(120)));
        stores.repeats().letGo("a", "k", NOW.plusSeconds(120));
        assertThat(alone(REQUEST, NOW.plusSeconds(62))).isEqualTo(new Known.ToDo(NOW));
        stores.repeats().answer("a", "k", ANSWER);
        assertThat(alone(REQUEST, NOW.plusSeconds(63))).isEqualTo(new Known.Answered(ANSWER));
        assertThat(alone(REQUEST, NOW.plusSeconds(999))).isEqualTo(new Known.Answered(ANSWER));
    }
}
