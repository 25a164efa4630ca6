package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** What every vault keeps to. */
public abstract class VaultContract {

    /** More than one chunk, and no multiple of one. */
    private static final int LARGE_BYTES = 5 * 1024 * 1024 / 2 + 17;

    protected static final Duration AGE = Duration.ofHours(1);

    protected abstract Vault vault() throws IOException;

    /** The same vault as another process finds it after this one went down. */
    protected abstract Vault reopened() throws IOException;

    /** Makes the bytes look older than {@link #AGE}. */
    protected abstract void makeOld(Sha256 digest) throws IOException;

    /** Makes all that is half-written look older than {@link #AGE}. */
    protected abstract void makeHalfWrittenOld() throws IOException;

    /** Of a race: enough that each side comes first now and then. */
    protected abstract int rounds();

    /** How many contents are stored, half-written ones included. */
    protected abstract long stored() throws IOException;

    private static StoredBytes keep(Vault vault, byte[] bytes) throws IOException {
        try (Spool spool = vault.open()) {
            spool.write(bytes);
            return spool.keep();
        }
    }

    private static byte[] read(Vault vault, Sha256 digest) throws IOException {
        try (InputStream in = vault.read(digest)) {
            return in.readAllBytes();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasKeptIsReadAsItCame() throws IOException {
        byte[] large = new byte[LARGE_BYTES];
        new Random(1).nextBytes(large);
        for (byte[] bytes : new byte[][] {new byte[0], text("a"), large}) {
            StoredBytes stored = keep(vault(), bytes);
            assertThat(stored).isEqualTo(new StoredBytes(Sha256.of(bytes), bytes.length));
            vault().sync(stored);
            assertThat(vault().holds(stored.digest())).isTrue();
            assertThat(read(vault(), stored.digest())).isEqualTo(bytes);
            assertThat(read(reopened(), stored.digest())).isEqualTo(bytes);
        }
    }

    @Test
    void bytesOneByOneAreTheSameBytes() throws IOException {
        try (Spool spool = vault().open()) {
            for (byte b : text("từng byte")) {
                spool.write(b);
            }
            assertThat(spool.digest()).isEqualTo(Sha256.of(text("từng byte")));
            assertThat(spool.digest()).isEqualTo(spool.digest());
            assertThat(read(vault(), spool.keep().digest())).isEqualTo(text("từng byte"));
        }
    }

    @Test
    void equalBytesAreKeptOnce() throws IOException {
        StoredBytes first = keep(vault(), text("một"));
        StoredBytes again = keep(vault(), text("một"));
        assertThat(again).isEqualTo(first);
        assertThat(stored()).isEqualTo(1);
        assertThat(read(vault(), first.digest())).isEqualTo(text("một"));
    }

    @Test
    void whatIsNotKeptLeavesNothing() throws IOException {
        try (Spool spool = vault().open()) {
            spool.write(new byte[LARGE_BYTES]);
            spool.digest();
        }
        assertThat(stored()).isZero();
    }

    @Test
    void whatIsNotThereIsSaidSo() throws IOException {
        Sha256 nowhere = Sha256.of(text("không có"));
        assertThat(vault().holds(nowhere)).isFalse();
        assertThatThrownBy(() -> read(vault(), nowhere)).isInstanceOf(NoSuchFileException.class);
        assertThat(vault().discard(nowhere, AGE)).isFalse();
        assertThatThrownBy(() -> vault().sync(new StoredBytes(nowhere, 8))).isInstanceOf(IOException.class);
    }

    @Test
    void onlyWhatIsOldIsDiscarded() throws IOException {
        StoredBytes stored = keep(vault(), text("bỏ"));
        assertThat(vault().discard(stored.digest(), AGE)).isFalse();
        makeOld(stored.digest());
        assertThat(vault().discard(stored.digest(), AGE)).isTrue();
        assertThat(vault().discard(stored.digest(), AGE)).isFalse();
        assertThat(vault().holds(stored.digest())).isFalse();
        assertThat(stored()).isZero();
    }

    @Test
    void whatIsKeptAgainIsYoungAgain() throws IOException {
        StoredBytes stored = keep(vault(), text("lại"));
        makeOld(stored.digest());
        keep(vault(), text("lại"));
        assertThat(vault().olderThan(AGE, Optional.empty(), 10).digests()).isEmpty();
        assertThat(vault().discard(stored.digest(), AGE)).isFalse();
        assertThat(read(vault(), stored.digest())).isEqualTo(text("lại"));
    }

    @Test
    void oldOnesComePageByPage() throws IOException {
        List<Sha256> old = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Sha256 digest = keep(vault(), text("trang " + i)).digest();
            if (i % 2 == 0) {
                makeOld(digest);
                old.add(digest);
            }
        }
        List<Sha256> found = new ArrayList<>();
        Optional<Sha256> end = Optional.empty();
        int pages = 0;
        do {
            Vault.Page page = vault().olderThan(AGE, end, 7);
            assertThat(page.digests()).hasSizeLessThanOrEqualTo(7);
            found.addAll(page.digests());
            end = page.end();
            pages++;
        } while (end.isPresent());
        assertThat(found).containsExactlyElementsOf(old.stream().sorted().toList());
        assertThat(pages).isEqualTo(6);
    }

    /** The sweeper saw the bytes old and unnamed; the same document comes in again at that very moment. */
    @Test
    void bytesThatAreKeptWhileTheyAreSweptAreNeverLost() throws Exception {
        byte[] bytes = text("cùng lúc");
        Sha256 digest = Sha256.of(bytes);
        int swept = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds(); round++) {
                keep(vault(), bytes);
                makeOld(digest);
                CyclicBarrier start = new CyclicBarrier(2);
                Future<Boolean> sweeping = pool.submit(() -> {
                    start.await();
                    return vault().discard(digest, AGE);
                });
                Future<StoredBytes> keeping = pool.submit(() -> {
                    try (Spool spool = vault().open()) {
                        spool.write(bytes);
                        spool.digest();
                        start.await();
                        return spool.keep();
                    }
                });
                swept += sweeping.get() ? 1 : 0;
                vault().sync(keeping.get());
                assertThat(read(vault(), digest)).isEqualTo(bytes);
                assertThat(stored()).isEqualTo(1);
            }
        }
        assertThat(swept).as("rounds in which the sweeper came first").isPositive();
    }

    @Test
    void whatAWriterLeftHalfWrittenGoesWhenItIsOld() throws IOException {
        Spool left = vault().open();
        left.write(new byte[LARGE_BYTES]);
        assertThat(vault().discardHalfWritten(AGE)).isZero();
        makeHalfWrittenOld();
        assertThat(vault().discardHalfWritten(AGE)).isEqualTo(1);
        assertThat(stored()).isZero();
        assertThatThrownBy(left::keep).isInstanceOf(IOException.class);
        left.close();
        assertThat(stored()).isZero();
    }

    @Test
    void bytesOfBeforeACrashCanBeMadeDurableAfterwards() throws IOException {
        StoredBytes stored = keep(vault(), text("trước"));
        reopened().sync(stored);
        assertThat(read(reopened(), stored.digest())).isEqualTo(text("trước"));
    }
}
