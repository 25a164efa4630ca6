package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Dialect;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.MessageKind;

final class PostgresNeighboursTest {

    private static final Instant NOW = Instant.parse("2030-11-02T03:00:00Z");
    private static final URI ADDRESS = URI.create("https://truc.example/XrdAdapter/adapter");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final SecretBox box = new Box();
    private final PostgresSystems systems = new PostgresSystems(database.jdbi(), box);
    private final PostgresNeighbours neighbours = new PostgresNeighbours(database.jdbi(), box);
    private final PostgresNeighbourRounds rounds = new PostgresNeighbourRounds(database.jdbi());

    private void save(String systemId, boolean enabled) {
        systems.save(
                new ReceivingSystem(
                        systemId,
                        "Trục",
                        CallerKind.PEER,
                        Duration.ofHours(24),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new PushTarget(ADDRESS, PushForm.AXIS)),
                        enabled),
                new byte[] {9});
    }

    private void add(String systemId) {
        save(systemId, true);
        neighbours.save(new Neighbour(systemId, ADDRESS, "tinh"), new byte[] {1, 2});
    }

    @Test
    void aNeighbourIsReadAsItWasSavedAndItsSecretLiesSealed() {
        assertThatThrownBy(() -> neighbours.save(new Neighbour("nobody", ADDRESS, "tinh"), new byte[] {1}))
                .isInstanceOf(RuntimeException.class);
        add("truc");
        assertThat(neighbours.find("truc")).contains(new Neighbour("truc", ADDRESS, "tinh"));
        assertThat(neighbours.ownSecret("truc")).hasValue(new byte[] {1, 2});
        byte[] kept = database.jdbi().withHandle(handle -> handle.createQuery("select own_secret from neighbour")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).containsExactly(2, 1);
        neighbours.save(new Neighbour("truc", URI.create("https://moi.example/a"), "tinh2"), new byte[] {3});
        assertThat(neighbours.all())
                .containsExactly(new Neighbour("truc", URI.create("https://moi.example/a"), "tinh2"));
        assertThat(neighbours.ownSecret("truc")).hasValue(new byte[] {3});
        save("truc", false);
        assertThat(neighbours.ownSecret("truc")).isEmpty();
        assertThat(neighbours.find("truc")).as("known, though not called").isPresent();
    }

    @Test
    void aLoginHasAPasswordOfItsOwnOrTheSecret() {
        add("truc");
        assertThat(neighbours.loginPassword("truc")).hasValue(new byte[] {1, 2});
        Neighbour province = new Neighbour("truc", ADDRESS, "tinh", new Dialect.Provincial("nguoi-dung", "QLVB"));
        neighbours.save(province, new byte[] {3}, Optional.of(new byte[] {4, 5}));
        assertThat(neighbours.find("truc")).contains(province);
        assertThat(neighbours.loginPassword("truc")).hasValue(new byte[] {4, 5});
        byte[] kept = database.jdbi().withHandle(handle -> handle.createQuery("select login_password from neighbour")
                .mapTo(byte[].class)
                .one());
        assertThat(kept).as("sealed").containsExactly(5, 4);
        neighbours.save(province, new byte[] {6});
        assertThat(neighbours.ownSecret("truc")).hasValue(new byte[] {6});
        assertThat(neighbours.loginPassword("truc")).as("kept").hasValue(new byte[] {4, 5});
        save("truc", false);
        assertThat(neighbours.loginPassword("truc")).isEmpty();
    }

    @Test
    void aRoundIsTakenByOneAndAgainWhenItWasNotHeardOf() {
        add("truc");
        Instant until = NOW.plusSeconds(30);
        assertThat(rounds.begin("truc", NOW, until)).isTrue();
        assertThat(rounds.begin("truc", NOW, until)).isFalse();
        rounds.keep("truc", until.plusSeconds(5));
        assertThat(rounds.begin("truc", until, until.plusSeconds(30))).isFalse();
        assertThat(rounds.begin("truc", until.plusSeconds(5), until.plusSeconds(40)))
                .isTrue();
        save("truc", false);
        assertThat(rounds.begin("truc", until.plusSeconds(99), until.plusSeconds(120)))
                .isFalse();
        assertThat(rounds.begin("nobody", NOW, until)).isFalse();
    }

    @Test
    void failuresCountUntilTheNeighbourIsReached() {
        add("truc");
        assertThat(rounds.failed("truc", "HTTP 502", NOW, NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(rounds.failed("truc", "HTTP 503", NOW, NOW.plusSeconds(2))).isEqualTo(2);
        rounds.reached("truc", new NeighbourRounds.Waiting(7, 3), 4, NOW.plusSeconds(3), NOW.plusSeconds(9));
        rounds.reached("truc", new NeighbourRounds.Waiting(6, 2), 1, NOW.plusSeconds(4), NOW.plusSeconds(9));
        assertThat(rounds.all())
                .containsExactly(new NeighbourRounds.Progress(
                        "truc",
                        Optional.of(NOW.plusSeconds(4)),
                        new NeighbourRounds.Waiting(6, 2),
                        5,
                        0,
                        Optional.of(NOW),
                        "HTTP 503",
                        NOW.plusSeconds(9)));
        assertThat(rounds.find("truc")).contains(rounds.all().getFirst());
    }

    @Test
    void whatWouldNotComeIsKnownUntilItPassesOrIsListedNoMore() {
        add("truc");
        NeighbourRounds.Item bad = new NeighbourRounds.Item(MessageKind.EDOC, "d1");
        assertThat(rounds.stumbled("truc", bad, "cụt", NOW, NOW.plusSeconds(30)))
                .isEqualTo(1);
        assertThat(rounds.stumbled("truc", bad, "vẫn cụt", NOW.plusSeconds(40), NOW.plusSeconds(99)))
                .isEqualTo(2);
        assertThat(rounds.stuck("truc", "d1"))
                .contains(new NeighbourRounds.Stuck(bad, 2, NOW.plusSeconds(40), NOW.plusSeconds(99), "vẫn cụt"));
        rounds.stumbled("truc", new NeighbourRounds.Item(MessageKind.STATUS, "s1"), "x", NOW, NOW);
        rounds.stumbled("truc", new NeighbourRounds.Item(MessageKind.EDOC, "d2"), "x", NOW, NOW);
        rounds.forgetAllBut("truc", MessageKind.EDOC, Set.of("d1"));
        assertThat(rounds.stuck("truc"))
                .extracting(stuck -> stuck.item().docId())
                .containsExactly("s1", "d1");
        rounds.passed("truc", "d1");
        assertThat(rounds.stuck("truc", "d1")).isEmpty();
    }

    /** Turns the bytes around. */
    private static final class Box implements SecretBox {
        @Override
        public byte[] seal(byte[] secret) {
            byte[] turned = new byte[secret.length];
            for (int i = 0; i < secret.length; i++) {
                turned[i] = secret[secret.length - 1 - i];
            }
            return turned;
        }

        @Override
        public byte[] open(byte[] sealed) {
            return seal(sealed);
        }
    }
}
