package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.evidence.Seals.Receipt;
import vn.lienthong.gateway.evidence.Seals.Seal;
import vn.lienthong.gateway.evidence.Seals.Unsealed;

/** What every {@link Seals} promises. */
public abstract class SealsContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;

    private final List<Unsealed> sealed = Collections.synchronizedList(new ArrayList<>());

    protected SealsContract(Stores stores) {
        super(stores);
    }

    private Seal sealing(Unsealed unsealed) {
        sealed.add(unsealed);
        Sha256 root = MerkleTree.root(unsealed.hashes());
        return new Seal(NOW, unsealed.hashes().size(), root, unsealed.previousRoot(), new byte[] {1});
    }

    private List<Entry> entries(String documentId, int count) {
        DossierId dossier = keep(new DossierSketch(documentId));
        for (int i = 0; i < count; i++) {
            Instant at = NOW.plusSeconds(i);
            write(t -> t.entries().append(dossier, at, EvidenceEvent.HELD, "an", "{}"));
        }
        return read(t -> t.entries().of(dossier));
    }

    @Test
    void entriesAreSealedOnceInTheirOrderAndEachSealNamesTheOneBefore() {
        List<Sha256> hashes = entries("D1", 5).stream().map(Entry::hash).toList();
        assertThat(stores.seals().sealNext(3, this::sealing)).isEqualTo(3);
        assertThat(stores.seals().sealNext(3, this::sealing)).isEqualTo(2);
        assertThat(stores.seals().sealNext(3, this::sealing)).isZero();
        Unsealed first = new Unsealed(hashes.subList(0, 3), Entry.FIRST);
        assertThat(sealed).containsExactly(first, new Unsealed(hashes.subList(3, 5), MerkleTree.root(first.hashes())));
    }

    @Test
    void entriesOfAllDossiersAreSealedTogetherOldestFirst() {
        List<Entry> all = new ArrayList<>(entries("D1", 3));
        all.addAll(entries("D2", 3));
        assertThat(stores.seals().sealNext(10, this::sealing)).isEqualTo(6);
        List<Sha256> order = sealed.getFirst().hashes();
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Entry::hash).toList());
        all.sort((a, b) -> Integer.compare(order.indexOf(a.hash()), order.indexOf(b.hash())));
        assertThat(all).extracting(Entry::at).isSorted();
    }

    @Test
    void whereNothingIsOpenNoSealIsMade() {
        assertThat(stores.seals().sealNext(10, this::sealing)).isZero();
        assertThat(sealed).isEmpty();
    }

    @Test
    void aSealThatCouldNotBeMadeLeavesItsEntriesOpen() {
        entries("D1", 2);
        assertThatThrownBy(() -> stores.seals().sealNext(10, unsealed -> {
                    throw new IllegalStateException("no key");
                }))
                .hasMessage("no key");
        assertThat(stores.seals().sealNext(10, this::sealing)).isEqualTo(2);
        assertThat(sealed.getFirst().previousRoot()).isEqualTo(Entry.FIRST);
    }

    @Test
    void sealersAtTheSameMomentSealEveryEntryOnceAndTheirSealsHangTogether() throws Exception {
        entries("D1", 9);
        List<Integer> counts = Together.times(4, () -> stores.seals().sealNext(3, this::sealing));
        assertThat(counts).containsExactlyInAnyOrder(3, 3, 3, 0);
        assertThat(sealed.stream().flatMap(batch -> batch.hashes().stream()))
                .hasSize(9)
                .doesNotHaveDuplicates();
        Sha256 previous = Entry.FIRST;
        for (Unsealed batch : sealed) {
            assertThat(batch.previousRoot()).isEqualTo(previous);
            previous = MerkleTree.root(batch.hashes());
        }
    }

    @Test
    void ofTwoReceiptsTheFirstIsKept() throws Exception {
        DossierId dossier = keep(new DossierSketch("D1"));
        assertThat(stores.seals().receipt(dossier)).isEmpty();
        Receipt first = new Receipt(NOW, "{\"một\": 1}\n", new byte[] {0, -1, 2});
        assertThat(stores.seals().keep(dossier, first))
                .usingRecursiveComparison()
                .isEqualTo(first);
        Receipt second = new Receipt(NOW.plusSeconds(1), "hai", new byte[] {2});
        for (Receipt kept : Together.times(3, () -> stores.seals().keep(dossier, second))) {
            assertThat(kept).usingRecursiveComparison().isEqualTo(first);
        }
        assertThat(stores.seals().receipt(dossier).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(first);
    }

    @Test
    void thereIsNoReceiptForADossierThatIsNot() {
        DossierId nothing = new DossierId(UUID.randomUUID());
        assertThatThrownBy(() -> stores.seals().keep(nothing, new Receipt(NOW, "", new byte[0])))
                .isInstanceOf(RuntimeException.class);
    }
}
