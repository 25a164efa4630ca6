package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.dossier.Together;
import vn.lienthong.gateway.evidence.Seals.Receipt;
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
        return Seal.over(unsealed.hashes(), unsealed.last(), NOW, (content, at) -> new byte[] {1});
    }

    private int seal(int limit) {
        return stores.seals().sealNext(limit, false, this::sealing);
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
        assertThat(seal(3)).isEqualTo(3);
        assertThat(seal(3)).isEqualTo(2);
        assertThat(seal(3)).isZero();
        assertThat(sealed).extracting(Unsealed::hashes).containsExactly(hashes.subList(0, 3), hashes.subList(3, 5));
        assertThat(sealed.getFirst().last()).isEmpty();
        assertThat(sealed.getLast().last()).map(Seal::root).contains(MerkleTree.root(hashes.subList(0, 3)));
    }

    @Test
    void theSealOverAnEntryIsFoundWithItsPlace() {
        List<Entry> entries = entries("D1", 5);
        DossierId dossier = entries.getFirst().dossier();
        assertThat(stores.seals().sealOver(dossier, 4)).isEmpty();
        seal(3);
        seal(3);
        Seals.Sealed over =
                stores.seals().sealOver(dossier, entries.get(4).sequence()).orElseThrow();
        assertThat(over.place()).isEqualTo(1);
        assertThat(over.hashes())
                .containsExactly(entries.get(3).hash(), entries.get(4).hash());
        assertThat(over.seal().root()).isEqualTo(MerkleTree.root(over.hashes()));
        assertThat(over.token()).isEmpty();
        assertThat(stores.seals().sealOver(dossier, 99)).isEmpty();
    }

    @Test
    void whatCoversADossierIsToldNewestFirst() {
        DossierId dossier = entries("D1", 5).getFirst().dossier();
        assertThat(stores.seals().covering(dossier, 9)).isEmpty();
        seal(3);
        seal(3);
        Seals.Covering early = new Seals.Covering(1, 3, NOW, Optional.empty(), false);
        Seals.Covering late = new Seals.Covering(4, 5, NOW, Optional.empty(), false);
        assertThat(stores.seals().covering(dossier, 9)).containsExactly(late, early);
        assertThat(stores.seals().covering(dossier, 1)).containsExactly(late);
        assertThat(stores.seals().covering(entries("D2", 1).getFirst().dossier(), 9))
                .isEmpty();
    }

    @Test
    void entriesOfAllDossiersAreSealedTogetherOldestFirst() {
        List<Entry> all = new ArrayList<>(entries("D1", 3));
        all.addAll(entries("D2", 3));
        assertThat(seal(10)).isEqualTo(6);
        List<Sha256> order = sealed.getFirst().hashes();
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(Entry::hash).toList());
        all.sort((a, b) -> Integer.compare(order.indexOf(a.hash()), order.indexOf(b.hash())));
        assertThat(all).extracting(Entry::at).isSorted();
    }

    @Test
    void whereNothingIsOpenNoSealIsMade() {
        assertThat(seal(10)).isZero();
        assertThat(sealed).isEmpty();
    }

    @Test
    void aSealThatCouldNotBeMadeLeavesItsEntriesOpen() {
        entries("D1", 2);
        assertThatThrownBy(() -> stores.seals().sealNext(10, false, unsealed -> {
                    throw new IllegalStateException("no key");
                }))
                .hasMessage("no key");
        assertThat(seal(10)).isEqualTo(2);
        assertThat(sealed.getFirst().last()).isEmpty();
    }

    @Test
    void sealersAtTheSameMomentSealEveryEntryOnceAndTheirSealsHangTogether() throws Exception {
        entries("D1", 9);
        List<Integer> counts = Together.times(4, () -> seal(3));
        assertThat(counts).containsExactlyInAnyOrder(3, 3, 3, 0);
        assertThat(sealed.stream().flatMap(batch -> batch.hashes().stream()))
                .hasSize(9)
                .doesNotHaveDuplicates();
        List<Sha256> before = List.of();
        for (Unsealed batch : sealed) {
            assertThat(batch.last().map(Seal::root))
                    .isEqualTo(before.isEmpty() ? Optional.empty() : Optional.of(MerkleTree.root(before)));
            before = batch.hashes();
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
