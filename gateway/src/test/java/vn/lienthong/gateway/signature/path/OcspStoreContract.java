package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;

/** What every {@link OcspStore} promises. */
public abstract class OcspStoreContract extends StoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    protected OcspStoreContract(Stores stores) {
        super(stores);
    }

    private static OcspStore.Kept answer(int content, String about, Instant from, @Nullable Instant useful) {
        byte[] der = {(byte) content};
        return new OcspStore.Kept(Sha256.of(der), about, der, URI.create("http://ocsp.example/?a=1"), from, useful);
    }

    private List<Sha256> newest(long after, Instant useful) {
        return List.copyOf(stores.ocspAnswers().newest(after, useful).values());
    }

    @Test
    void theNewestOfEachIsFoundAndTheOthersStay() {
        OcspStore.Kept first = answer(1, "ab 1", NOW, NOW.plusSeconds(10));
        OcspStore.Kept other = answer(2, "ab 2", NOW, null);
        OcspStore.Kept second = answer(3, "ab 1", NOW.plusSeconds(1), NOW.plusSeconds(20));
        List.of(first, other, second, first).forEach(stores.ocspAnswers()::put);
        assertThat(newest(0, NOW)).containsExactly(other.digest(), second.digest());
        assertThat(newest(0, NOW.plusSeconds(20))).containsExactly(other.digest(), second.digest());
        assertThat(newest(0, NOW.plusSeconds(21))).as("for good").containsExactly(other.digest());
        long seen = stores.ocspAnswers().newest(0, NOW).keySet().iterator().next();
        assertThat(newest(seen, NOW)).containsExactly(second.digest());
        assertThat(stores.ocspAnswers().read(first.digest()))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(first);
        assertThat(stores.ocspAnswers().read(other.digest()).orElseThrow().useful())
                .isNull();
        assertThat(stores.ocspAnswers().read(Sha256.of(new byte[] {9}))).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        OcspStore.Kept old = answer(1, "ab 1", NOW.minusSeconds(1), NOW);
        OcspStore.Kept young = answer(2, "ab 1", NOW, NOW);
        stores.ocspAnswers().put(old);
        stores.ocspAnswers().put(young);
        assertThat(stores.ocspAnswers().forget(NOW)).isEqualTo(1);
        assertThat(stores.ocspAnswers().read(old.digest())).isEmpty();
        assertThat(stores.ocspAnswers().read(young.digest())).isPresent();
    }

    @Test
    void whatACallerDoesWithItsBytesChangesNothing() {
        OcspStore.Kept answer = answer(1, "ab 1", NOW, NOW);
        stores.ocspAnswers().put(answer);
        answer.der()[0] = 9;
        assertThat(stores.ocspAnswers().read(answer.digest()).orElseThrow().der())
                .isEqualTo(new byte[] {1});
    }
}
