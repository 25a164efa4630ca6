package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.dossier.MessageKind;

class PostgresExchangeFoldersTest {

    private static final Instant NOW = Instant.parse("2030-11-02T03:00:00Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final PostgresSystems systems = new PostgresSystems(database.jdbi(), new Plain());
    private final PostgresExchangeFolders folders = new PostgresExchangeFolders(database.jdbi());
    private final PostgresFolderLooks looks = new PostgresFolderLooks(database.jdbi());

    @BeforeEach
    void connect() {
        save("cu", true);
        save("khac", true);
        folders.save(new ExchangeFolder("cu", "/srv/cu", "m"));
    }

    private void save(String systemId, boolean enabled) {
        systems.save(
                new ReceivingSystem(
                        systemId,
                        systemId,
                        CallerKind.AGENCY,
                        Duration.ofHours(24),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        enabled),
                "s".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFolderBelongsToOneSystemThatIsThere() {
        assertThat(folders.find("cu")).contains(new ExchangeFolder("cu", "/srv/cu", "m"));
        assertThatThrownBy(() -> folders.save(new ExchangeFolder("nobody", "/srv/x", "m")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> folders.save(new ExchangeFolder("khac", "/srv/cu", "m")))
                .isInstanceOf(RuntimeException.class);
        folders.save(new ExchangeFolder("cu", "/srv/moi", "n"));
        assertThat(folders.all()).containsExactly(new ExchangeFolder("cu", "/srv/moi", "n"));
        looks.put("cu", MessageKind.EDOC, "d", NOW);
        assertThat(folders.remove("cu")).isTrue();
        assertThat(folders.remove("cu")).isFalse();
        assertThat(folders.find("cu")).isEmpty();
        assertThat(looks.find("cu")).isEmpty();
        looks.put("cu", MessageKind.EDOC, "d", NOW);
        assertThat(looks.lying("cu", MessageKind.EDOC)).isEmpty();
    }

    @Test
    void aLookIsTakenByOneAndAgainWhenItWasNotHeardOf() {
        Instant until = NOW.plusSeconds(120);
        assertThat(looks.begin("cu", NOW, until)).isTrue();
        assertThat(looks.begin("cu", NOW, until)).isFalse();
        looks.keep("cu", until.plusSeconds(5));
        assertThat(looks.begin("cu", until, until)).isFalse();
        assertThat(looks.begin("cu", until.plusSeconds(5), until.plusSeconds(9)))
                .isTrue();
        assertThat(looks.failed("cu", "hỏng", NOW, NOW)).isEqualTo(1);
        assertThat(looks.failed("cu", "hỏng", NOW, NOW)).isEqualTo(2);
        assertThat(looks.find("cu").orElseThrow().error()).isEqualTo("hỏng");
        looks.went("cu", NOW, NOW);
        assertThat(looks.find("cu").orElseThrow().failures()).isZero();
        assertThat(looks.find("cu").orElseThrow().lookedAt()).contains(NOW);
        save("cu", false);
        assertThat(looks.begin("cu", NOW, until)).isFalse();
        assertThat(looks.begin("khac", NOW, until)).isFalse();
        assertThat(looks.failed("khac", "", NOW, NOW)).isZero();
    }

    @Test
    void whatLiesInAFolderIsKnownByKind() {
        looks.put("cu", MessageKind.EDOC, "d1", NOW);
        looks.put("cu", MessageKind.EDOC, "d1", NOW);
        looks.put("cu", MessageKind.STATUS, "s1", NOW);
        assertThat(looks.lying("cu", MessageKind.EDOC)).containsExactly("d1");
        assertThat(looks.lying("cu", MessageKind.STATUS)).containsExactly("s1");
        looks.gone("cu", "d1");
        looks.gone("cu", "d1");
        assertThat(looks.lying("cu", MessageKind.EDOC)).isEmpty();
    }

    /** Else the first look at the new folder would find all of it gone, and say that the system has it. */
    @Test
    void whatLayInTheFolderBeforeIsNotTakenToBeReceived() {
        looks.put("cu", MessageKind.EDOC, "d1", NOW);
        folders.save(new ExchangeFolder("cu", "/srv/moi", "n"));
        assertThat(looks.lying("cu", MessageKind.EDOC)).isEmpty();
    }

    private static final class Plain implements SecretBox {

        @Override
        public byte[] seal(byte[] secret) {
            return secret;
        }

        @Override
        public byte[] open(byte[] box) {
            return box;
        }
    }
}
