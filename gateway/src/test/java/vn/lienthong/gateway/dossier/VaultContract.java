package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

/** What every vault keeps to. */
public abstract class VaultContract {

    /** More than one chunk, and no multiple of one. */
    private static final int LARGE_BYTES = 5 * 1024 * 1024 / 2 + 17;

    protected abstract Vault vault() throws IOException;

    /** The same vault as another process finds it after this one went down. */
    protected abstract Vault reopened() throws IOException;

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
        vault().discard(nowhere);
        StoredBytes stored = keep(vault(), text("bỏ"));
        vault().discard(stored.digest());
        assertThat(vault().holds(stored.digest())).isFalse();
        assertThat(stored()).isZero();
    }

    @Test
    void bytesOfBeforeACrashCanBeMadeDurableAfterwards() throws IOException {
        StoredBytes stored = keep(vault(), text("trước"));
        reopened().sync(stored);
        assertThat(read(reopened(), stored.digest())).isEqualTo(text("trước"));
    }
}
