package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.NewestCopy;
import vn.lienthong.gateway.seal.FetchSignature;
import vn.lienthong.gateway.seal.SystemSignatures;
import vn.lienthong.gateway.seal.SystemSignaturesContract;
import vn.lienthong.gateway.signature.form.FormKind;

/** What becomes of a signature lies beside it. */
final class PostgresSystemSignaturesTest extends SystemSignaturesContract {

    private final TestDatabase database = TestDatabase.fresh();
    private final Jdbi jdbi = database.jdbi();
    private final SystemSignatures signatures = new PostgresSystemSignatures(jdbi);
    private final PostgresLastingFiles lasting = new PostgresLastingFiles(jdbi);

    @Override
    protected SystemSignatures signatures() {
        return signatures;
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LastingFile begun(SystemSignatures.Made made) {
        return new LastingFile(
                UUID.randomUUID(),
                made.bytes().digest(),
                FormKind.AGENCY_SEAL,
                made.agency(),
                Sha256.of(new byte[] {1}).hex(),
                made.name(),
                made.signedAt(),
                new LastingRule(LastingLevel.T, false),
                LastingLevel.B,
                made.bytes(),
                Optional.of(made.signedAt()),
                0,
                "");
    }

    @Test
    void theNewestCopyIsFoundByEachStepAndForgottenWithTheFirst() {
        SystemSignatures.Made made = made("first", "sys-a", NOW);
        StoredBytes grown = new StoredBytes(Sha256.of(new byte[] {2}), 1);
        Instant later = NOW.plusSeconds(60);
        signatures.add(made);
        LastingFile file = begun(made);
        lasting.add(file);
        FetchSignature fetching = new FetchSignature(signatures, new NewestCopy(lasting));
        Caller caller = new Caller("sys-a", CallerKind.AGENCY, List.of());
        assertThat(fetching.fetch(caller, made.bytes().digest()))
                .contains(new FetchSignature.Found(
                        made, made.bytes(), LastingLevel.B, FetchSignature.State.TIMESTAMP_PENDING, NOW));

        assertThat(lasting.grow(file, grown, LastingLevel.T, Optional.empty(), later))
                .isTrue();
        FetchSignature.Found now =
                new FetchSignature.Found(made, grown, LastingLevel.T, FetchSignature.State.FINAL, later);
        assertThat(fetching.fetch(caller, made.bytes().digest())).contains(now);
        assertThat(fetching.fetch(caller, grown.digest())).contains(now);
        Caller stranger = new Caller("sys-b", CallerKind.AGENCY, List.of());
        assertThat(fetching.fetch(stranger, grown.digest())).isEmpty();

        Set<Sha256> named =
                new PostgresReferences(jdbi).among(Set.of(made.bytes().digest(), grown.digest()), Duration.ZERO);
        assertThat(named).as("both are kept").hasSize(2);
        assertThat(signatures.drop(NOW)).as("too young").isZero();
        assertThat(signatures.drop(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(lasting.find(grown.digest())).isEmpty();
    }

    /** What an error, or a power cut, comes between. */
    @Test
    void itIsOnRecordWithTheJournalAndWhatLastsOrNotAtAll() {
        SystemSignatures.Made made = made("together", "sys-a", NOW);
        AccessEvents events = new PostgresAccessEvents(jdbi);
        assertThatIllegalStateException()
                .isThrownBy(() -> events.together(() -> {
                    signatures.add(made);
                    lasting.add(begun(made));
                    events.add(new AccessEvent(NOW, "sys-a", AccessAct.SEALED, "", ""));
                    throw new IllegalStateException("connection reset");
                }));
        assertThat(signatures.find(made.bytes().digest(), "sys-a")).isEmpty();
        assertThat(lasting.find(made.bytes().digest())).isEmpty();
        assertThat(events.latest(1)).isEmpty();
    }

    @Test
    void whatOneSystemMadeLaterKeepsTheNewestCopyForIt() {
        SystemSignatures.Made old = made("both", "sys-a", NOW);
        signatures.add(old);
        signatures.add(made("both", "sys-b", NOW.plusSeconds(60)));
        lasting.add(begun(old));
        assertThat(signatures.drop(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(lasting.find(old.bytes().digest())).isPresent();
        assertThat(signatures.find(old.bytes().digest(), "sys-b")).isPresent();
    }
}
