package vn.lienthong.gateway.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.MerkleTree.Step;

/** What holds for every tree. */
final class MerkleTreePropertyTest {

    private static Sha256 random(Random random) {
        byte[] bytes = new byte[Sha256.LENGTH_BYTES];
        random.nextBytes(bytes);
        return Sha256.ofDigest(bytes);
    }

    private static List<Sha256> leaves(Random random, int size) {
        List<Sha256> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Some leaves are equal: a proof is of a place's content, and equal contents must not confuse it.
            leaves.add(i > 0 && random.nextInt(4) == 0 ? leaves.get(random.nextInt(i)) : random(random));
        }
        return leaves;
    }

    /** RFC 9162 §2.1.2: the same root by merging a stack, as a log that grows leaf by leaf does. */
    private static Sha256 rootByStack(List<Sha256> leaves) {
        Deque<Sha256> stack = new ArrayDeque<>();
        for (int i = 0; i < leaves.size(); i++) {
            stack.push(hash(0, leaves.get(i).bytes()));
            for (int merges = Integer.numberOfTrailingZeros(~i); merges > 0; merges--) {
                merge(stack);
            }
        }
        while (stack.size() > 1) {
            merge(stack);
        }
        return stack.pop();
    }

    private static void merge(Deque<Sha256> stack) {
        Sha256 right = stack.pop();
        Sha256 left = stack.pop();
        stack.push(hash(1, left.bytes(), right.bytes()));
    }

    private static Sha256 hash(int domain, byte[]... parts) {
        ByteBuffer content = ByteBuffer.allocate(1 + parts.length * Sha256.LENGTH_BYTES);
        content.put((byte) domain);
        for (byte[] part : parts) {
            content.put(part);
        }
        return Sha256.of(content.array());
    }

    @Property(tries = 300)
    void theRootIsThatOfTheRfcHoweverTheTreeIsBuilt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
        List<Sha256> leaves = leaves(new Random(seed), size);
        assertThat(MerkleTree.root(leaves)).isEqualTo(rootByStack(leaves));
    }

    @Property(tries = 300)
    void aLeafIsProvedAndAProofThatIsAlteredAnywhereProvesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 100) int size) {
        Random random = new Random(seed);
        List<Sha256> leaves = leaves(random, size);
        Sha256 root = MerkleTree.root(leaves);
        int place = random.nextInt(size);
        Sha256 leaf = leaves.get(place);
        List<Step> proof = MerkleTree.proof(leaves, place);
        assertThat(MerkleTree.proves(leaf, proof, root)).isTrue();
        assertThat(MerkleTree.proves(random(random), proof, root)).isFalse();
        assertThat(MerkleTree.proves(leaf, proof, random(random))).isFalse();
        assertThat(MerkleTree.proves(leaf, proof.subList(1, proof.size()), root))
                .isFalse();
        assertThat(MerkleTree.proves(leaf, proof.subList(0, proof.size() - 1), root))
                .isFalse();
        List<Step> longer = new ArrayList<>(proof);
        longer.add(random.nextInt(proof.size() + 1), new Step(random(random), random.nextBoolean()));
        assertThat(MerkleTree.proves(leaf, longer, root)).isFalse();
        List<Step> other = new ArrayList<>(proof);
        int step = random.nextInt(proof.size());
        other.set(step, new Step(random(random), proof.get(step).onTheLeft()));
        assertThat(MerkleTree.proves(leaf, other, root)).isFalse();
    }

    @Property(tries = 300)
    void anotherListHasAnotherRoot(@ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int size) {
        Random random = new Random(seed);
        List<Sha256> leaves = leaves(random, size);
        Sha256 root = MerkleTree.root(leaves);
        List<Sha256> shuffled = new ArrayList<>(leaves);
        Collections.shuffle(shuffled, random);
        assertThat(MerkleTree.root(shuffled).equals(root)).isEqualTo(shuffled.equals(leaves));
        List<Sha256> doubled = new ArrayList<>(leaves);
        doubled.add(leaves.getLast());
        assertThat(MerkleTree.root(doubled)).isNotEqualTo(root);
        assertThat(MerkleTree.root(leaves.subList(0, size - 1))).isNotEqualTo(root);
    }
}
