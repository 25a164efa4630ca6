package vn.lienthong.gateway.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.approval.SignerId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.approval.SigningBatches;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.approval.SigningRequestsContract;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.SealSketch;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.Drafts;

final class PostgresSigningRequestsTest extends SigningRequestsContract {

    private final TestDatabase database = TestDatabase.fresh();

    @Override
    protected Accounts accounts() {
        return new PostgresAccounts(database.jdbi(), Clock.fixed(SealSketch.NOW, ZoneOffset.UTC));
    }

    @Override
    protected Drafts drafts() {
        return new PostgresDrafts(database.jdbi());
    }

    @Override
    protected SigningRequests requests() {
        return new PostgresSigningRequests(database.jdbi());
    }

    @Override
    protected SigningBatches batches() {
        return new PostgresSigningBatches(database.jdbi());
    }

    @Test
    void anOfficersKeyTakesOverFromTheOneBeforeAndItsPinIsNotInTheClear() {
        SignerKeys keys = new PostgresSignerKeys(database.jdbi(), new FlippingBox());
        Instant now = SealSketch.NOW;
        SignerKey first = key(1, now, new KeyPlace.File("/srv/ct.p12"));
        SignerKey second = key(2, now.plusSeconds(9), new KeyPlace.Remote("https://ky.example.vn", "k1", "gw"));
        byte[] picture = {7};
        SignerKeys.Extras pin = new SignerKeys.Extras(Optional.of(new byte[] {1, 2}), Optional.of(picture));
        assertThat(keys.add(first, pin)).isTrue();
        assertThat(keys.add(key(3, now, first.place()), pin))
                .as("at the same time")
                .isFalse();
        assertThat(keys.add(second, pin)).isTrue();
        assertThat(keys.of("ct.anh", now)).contains(first.endedAt(second.from()));
        assertThat(keys.of("ct.anh", now.plusSeconds(9))).contains(second);
        assertThat(keys.of("nobody", now)).isEmpty();
        assertThat(keys.all()).containsExactly(second, first.endedAt(second.from()));
        assertThat(keys.picture(second.id())).contains(picture);
        assertThat(keys.secret(second.id())).contains(new byte[] {1, 2});
        Sha256 wrong = Sha256.of(new byte[] {1, 2});
        keys.refuse(second.id(), wrong, now);
        assertThat(keys.refused(second.id())).contains(wrong);
        keys.letTry(second.id());
        assertThat(keys.refused(second.id())).isEmpty();
        assertThat(keys.end(second.id(), now.plusSeconds(20))).isTrue();
        assertThat(keys.end(second.id(), now.plusSeconds(21))).isFalse();
        assertThat(keys.of("ct.anh", now.plusSeconds(20))).isEmpty();
        byte[] kept = database.jdbi()
                .withHandle(handle -> handle.createQuery("select secret from signer_key where id = :id")
                        .bind("id", first.id().value())
                        .mapTo(byte[].class)
                        .one());
        assertThat(kept).isEqualTo(new byte[] {~1, ~2});
        assertThat(database.jdbi().withHandle(PostgresSealedSecrets::columns))
                .contains(
                        new PostgresSealedSecrets.Column("signer_key", "secret"),
                        new PostgresSealedSecrets.Column("signer_key", "refused"));
    }

    @Test
    void aKeyAtADeskIsKeptWithoutSecretOrPictureAndNoOtherIs() {
        SignerKeys keys = new PostgresSignerKeys(database.jdbi(), new FlippingBox());
        SignerKeys.Extras none = new SignerKeys.Extras(Optional.empty(), Optional.empty());
        SignerKey atDesk = key(4, SealSketch.NOW, new KeyPlace.Desk());
        assertThat(keys.add(atDesk, none)).isTrue();
        assertThat(keys.of("ct.anh", SealSketch.NOW)).contains(atDesk);
        assertThat(keys.secret(atDesk.id())).isEmpty();
        assertThat(keys.picture(atDesk.id())).isEmpty();
        SignerKey inFile = key(5, SealSketch.NOW.plusSeconds(1), new KeyPlace.File("/srv/ct.p12"));
        assertThatThrownBy(() -> keys.add(inFile, none)).hasMessageContaining("signer_key_has");
        SignerKey second = key(6, SealSketch.NOW.plusSeconds(1), new KeyPlace.Desk());
        SignerKeys.Extras pin = new SignerKeys.Extras(Optional.of(new byte[] {1}), Optional.empty());
        assertThatThrownBy(() -> keys.add(second, pin)).hasMessageContaining("signer_key_has_one_secret");
    }

    @Test
    void aDraftThatIsPutBeforeAnOfficerMeanwhileIsNotDiscarded() throws Exception {
        Draft draft = Draft.begun(new DraftId(new UUID(2, 9)), new AgencyId(new UUID(1, 1)), "USER:vt", SealSketch.NOW);
        drafts().add(draft);
        CompletableFuture<Boolean> discarded;
        try (Handle asking = database.jdbi().open()) {
            asking.begin();
            asking.execute(
                    "update draft set revision = 1 where id = ?", draft.id().value());
            asking.execute(
                    """
                    insert into signing_request (id, draft_id, draft_revision, agency, officer, asked_by, asked_at, note, symbol,
                      type_name, subject, urgency, file_name, asked_digest, bytes_length, state, reason)
                    values (?, ?, 1, ?, 'ct.anh', 'USER:vt', now(), '', '', '', '', 0, 'a.pdf', 'x', 0, 'ASKED', '')
                    """,
                    new UUID(4, 9),
                    draft.id().value(),
                    new UUID(1, 1));
            discarded = CompletableFuture.supplyAsync(
                    () -> drafts().discard(draft.id()),
                    work -> Thread.ofPlatform().daemon().start(work));
            awaitOneThatWaits();
            asking.commit();
        }
        assertThat(discarded).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(false);
        assertThat(drafts().find(draft.id())).isPresent();
    }

    private void awaitOneThatWaits() throws InterruptedException {
        int waiting = 0;
        for (int look = 0; look < 500 && waiting == 0; look++) {
            Thread.sleep(10);
            waiting = database.jdbi()
                    .withHandle(handle -> handle.createQuery("select count(*) from pg_locks where not granted")
                            .mapTo(Integer.class)
                            .one());
        }
        assertThat(waiting).isPositive();
    }

    private static SignerKey key(int number, Instant from, KeyPlace place) {
        return new SignerKey(
                new SignerId(new UUID(6, number)),
                "ct.anh",
                from,
                Optional.empty(),
                place,
                Optional.empty(),
                SealSketch.certificate("H57.25"),
                "CLI:root");
    }

    @AfterEach
    void close() {
        database.close();
    }
}
