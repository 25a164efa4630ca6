package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.jdbc.PostgresNeighbourRounds;

class RecordExaminationTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void warnsOfASchemaThatAProgramMayRunOnAndRefusesOneThatItMayNot() {
        Migrations.Standing newer = new Migrations.Standing(0, Optional.of("90"), 80);
        assertThat(RecordExamination.schema(newer, 45).state()).isEqualTo(Diagnosis.State.DOUBTFUL);
        assertThat(RecordExamination.schema(newer, 81).state()).isEqualTo(Diagnosis.State.WRONG);
        assertThat(RecordExamination.schema(new Migrations.Standing(0, Optional.empty(), 80), 0)
                        .state())
                .isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    void missesAMasterKeyThatAnExternalRecordNeeds() {
        Path key = folder.resolve("master.key");
        assertThat(RecordExamination.noKey(key, 0).state()).isEqualTo(Diagnosis.State.GOOD);
        assertThat(RecordExamination.noKey(key, 3))
                .matches(lost -> lost.state() == Diagnosis.State.WRONG
                        && lost.found().contains("3")
                        && lost.todo().contains("TRƯỚC khi chạy"));
        GatewayConfiguration external = ConfigurationReader.read(
                folder,
                Map.of(
                        "database.url",
                        "jdbc:postgresql://127.0.0.1:1/x",
                        "database.user",
                        "x",
                        "database.password",
                        "x"));
        assertThat(SecretExamination.examine(folder, external))
                .as("what only the database knows is not guessed from the folder")
                .isEmpty();
    }

    @Test
    void aNeighbourWhoseSecretDoesNotOpenIsNamedAndNothingIsThrown() {
        Neighbours locked = new Locked();
        // Nobody is left to be asked how its rounds go.
        PostgresNeighbourRounds rounds = new PostgresNeighbourRounds(Jdbi.create("jdbc:postgresql://127.0.0.1:1/none"));
        assertThat(NeighbourExamination.examine(
                        locked, rounds, ConfigurationReader.read(folder, Map.of()), Clock.systemUTC()))
                .singleElement()
                .matches(closed -> closed.state() == Diagnosis.State.WRONG
                        && closed.what().contains("truc")
                        && closed.todo().contains("khóa chủ"));
    }

    /** Its secret lies under another master key. */
    private static final class Locked implements Neighbours {
        private static final Neighbour ONE =
                new Neighbour("truc", URI.create("https://127.0.0.1:1/XrdAdapter/adapter"), "G22");

        @Override
        public Optional<Neighbour> find(String systemId) {
            return Optional.of(ONE);
        }

        @Override
        public List<Neighbour> all() {
            return List.of(ONE);
        }

        @Override
        public Optional<byte[]> ownSecret(String systemId) {
            throw new IllegalStateException("secret: not under this key");
        }

        @Override
        public Optional<byte[]> loginPassword(String systemId) {
            return ownSecret(systemId);
        }

        @Override
        public void save(Neighbour neighbour, byte[] ownSecret, Optional<byte[]> loginPassword) {
            throw new UnsupportedOperationException();
        }
    }
}
