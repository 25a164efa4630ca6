package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.KeyRecords;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.seal.SealSketch;
import vn.lienthong.gateway.signature.key.SigningException;

/** A token that hangs while it is opened keeps nobody who only lets go of it. */
class HangingSignerTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private final ApprovalDesk desk = new ApprovalDesk();

    /** Records whose secret comes when it is let go: as slow as a token that hangs. */
    private record HangingRecords(InMemorySignerKeys kept, CountDownLatch asked, CountDownLatch letGo)
            implements KeyRecords<String, SignerId, SignerKey> {

        @Override
        public Optional<SignerKey> of(String holder, Instant at) {
            return kept.of(holder, at);
        }

        @Override
        public Optional<byte[]> secret(SignerId id) {
            asked.countDown();
            try {
                assertThat(letGo.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return kept.secret(id);
        }

        @Override
        public Optional<Sha256> refused(SignerId id) {
            return kept.refused(id);
        }

        @Override
        public void refuse(SignerId id, Sha256 secret, Instant at) {
            kept.refuse(id, secret, at);
        }

        @Override
        public void letTry(SignerId id) {
            kept.letTry(id);
        }
    }

    private static void apart(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    @Test
    void aBatchWhoseKeyIsInUseHasItsTurnAgainAndLosesNoAttempt() throws Exception {
        assertThat(desk.add(folder, Fate.GOOD, SealSketch.PIN)).isInstanceOf(AddSigner.Outcome.Added.class);
        HangingRecords records = new HangingRecords(desk.keys, new CountDownLatch(1), new CountDownLatch(1));
        SignBatch working = desk.signing(desk.requests, records);
        SigningBatch first = desk.confirmed(desk.asked(desk.draft()));
        desk.clock.pass(Duration.ofSeconds(1));
        SigningBatch second = desk.confirmed(desk.asked(desk.draft()));
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(working::next, HangingSignerTest::apart);
        assertThat(records.asked().await(10, TimeUnit.SECONDS)).isTrue();
        try {
            assertThat(working.next()).isTrue();
            assertThat(desk.now(second).items()).singleElement().satisfies(item -> {
                assertThat(item.outcome()).isEqualTo(ItemOutcome.WAITING);
                assertThat(item.attempts()).isZero();
            });
        } finally {
            records.letGo().countDown();
        }
        assertThat(slow).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(true);
        assertThat(working.next()).isTrue();
        assertThat(desk.now(first).items().getFirst().outcome()).isEqualTo(ItemOutcome.SIGNED);
        assertThat(desk.now(second).items().getFirst().outcome()).isEqualTo(ItemOutcome.SIGNED);
    }

    @Test
    void whoLetsGoOfAKeyDoesNotWaitForTheTokenThatOpensIt() throws Exception {
        assertThat(desk.add(folder, Fate.GOOD, SealSketch.PIN)).isInstanceOf(AddSigner.Outcome.Added.class);
        HangingRecords records = new HangingRecords(desk.keys, new CountDownLatch(1), new CountDownLatch(1));
        HeldKeys<String, SignerId, SignerKey> keys =
                new HeldKeys<>(records, desk.trust, OpenKeys.local(), "admin signer", true);
        CompletableFuture<Boolean> opening = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return keys.of(ApprovalDesk.OFFICER, SealSketch.NOW).isPresent();
                    } catch (SigningException e) {
                        throw new IllegalStateException(e);
                    }
                },
                HangingSignerTest::apart);
        assertThat(records.asked().await(10, TimeUnit.SECONDS)).isTrue();
        try {
            CompletableFuture<Void> lost = CompletableFuture.runAsync(
                    () -> keys.lost(ApprovalDesk.OFFICER, new SigningException("key: no answer", null), SealSketch.NOW),
                    HangingSignerTest::apart);
            assertThat(lost).succeedsWithin(5, TimeUnit.SECONDS);
        } finally {
            records.letGo().countDown();
        }
        assertThat(opening).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(true);
    }
}
