package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;

final class MerkleTreeTest {

    private static List<Sha256> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Sha256.of(("leaf " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    @Test
    void everyLeafOfEverySizeIsProvedAndNothingElseIs() {
        Sha256 stranger = Sha256.of("stranger".getBytes(StandardCharsets.UTF_8));
        for (int size = 1; size <= 70; size++) {
            List<Sha256> leaves = leaves(size);
            Sha256 root = MerkleTree.root(leaves);
            for (int place = 0; place < size; place++) {
                List<MerkleTree.Step> proof = MerkleTree.proof(leaves, place);
                assertThat(proof.size()).isLessThanOrEqualTo(7);
                assertThat(MerkleTree.proves(leaves.get(place), proof, root)).isTrue();
                assertThat(MerkleTree.proves(stranger, proof, root)).isFalse();
            }
        }
    }

    @Test
    void theRootDependsOnOrderAndOnEveryLeaf() {
        List<Sha256> leaves = leaves(5);
        Sha256 root = MerkleTree.root(leaves);
        assertThat(MerkleTree.root(leaves.reversed())).isNotEqualTo(root);
        assertThat(MerkleTree.root(leaves.subList(0, 4))).isNotEqualTo(root);
    }

    /** A second preimage: the two halves of a tree offered as two leaves. */
    @Test
    void aNodeCannotPassForALeaf() {
        List<Sha256> leaves = leaves(4);
        Sha256 left = MerkleTree.root(leaves.subList(0, 2));
        Sha256 right = MerkleTree.root(leaves.subList(2, 4));
        assertThat(MerkleTree.root(List.of(left, right))).isNotEqualTo(MerkleTree.root(leaves));
        assertThat(MerkleTree.proves(left, List.of(new MerkleTree.Step(right, false)), MerkleTree.root(leaves)))
                .isFalse();
    }

    @Test
    void noLeavesHaveNoRoot() {
        assertThatThrownBy(() -> MerkleTree.root(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
