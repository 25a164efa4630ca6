package vn.lienthong.gateway.evidence;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A hash tree over entries (RFC 9162 §2.1): one signature over its root vouches for each leaf, and a proof of log2 N
 * hashes shows that a leaf is in it. Leaves and nodes are hashed in different domains, so neither can pass for the other.
 */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** One step of a proof: the sibling, and on which side it stands. */
    public record Step(Sha256 sibling, boolean onTheLeft) {}

    /**
     * The root of the tree over the leaves, in order.
     *
     * @throws IllegalArgumentException when there are no leaves
     */
    public static Sha256 root(List<Sha256> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("leaves: none (expected: at least one)");
        }
        if (leaves.size() == 1) {
            return leaf(leaves.getFirst());
        }
        int left = split(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** What leads from the leaf at the place to the root. */
    public static List<Step> proof(List<Sha256> leaves, int place) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int left = split(leaves.size());
        List<Step> proof;
        if (place < left) {
            proof = proof(leaves.subList(0, left), place);
            proof.add(new Step(root(leaves.subList(left, leaves.size())), false));
        } else {
            proof = proof(leaves.subList(left, leaves.size()), place - left);
            proof.add(new Step(root(leaves.subList(0, left)), true));
        }
        return proof;
    }

    /** Whether the proof leads from the leaf to the root. */
    public static boolean proves(Sha256 leaf, List<Step> proof, Sha256 root) {
        Sha256 hash = leaf(leaf);
        for (Step step : proof) {
            hash = step.onTheLeft() ? node(step.sibling(), hash) : node(hash, step.sibling());
        }
        return hash.equals(root);
    }

    /** The largest power of two below the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static Sha256 leaf(Sha256 content) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(LEAF);
        digest.update(content.bytes());
        return Sha256.finish(digest);
    }

    private static Sha256 node(Sha256 left, Sha256 right) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(NODE);
        digest.update(left.bytes());
        digest.update(right.bytes());
        return Sha256.finish(digest);
    }
}
