package vn.lienthong.gateway.evidence.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * A hash tree over the digests of files (RFC 4998 §4.2): leaves in binary ascending order, and so the two that make a node. What is
 * left over on a level goes up as it is. Unlike the tree of seals, an order and not a side says how a proof is put together.
 */
final class ArchiveTree {

    private final List<List<byte[]>> levels = new ArrayList<>();

    /** @param leaves digests with {@code hash}; the same one twice is one leaf */
    ArchiveTree(ArchiveHash hash, Collection<byte[]> leaves) {
        TreeSet<byte[]> ordered = new TreeSet<>(Arrays::compareUnsigned);
        ordered.addAll(leaves);
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("leaves: none (expected: at least one)");
        }
        List<byte[]> level = List.copyOf(ordered);
        levels.add(level);
        while (level.size() > 1) {
            level = above(hash, level);
            levels.add(level);
        }
    }

    private static List<byte[]> above(ArchiveHash hash, List<byte[]> level) {
        List<byte[]> nodes = new ArrayList<>((level.size() + 1) / 2);
        for (int at = 0; at < level.size(); at += 2) {
            nodes.add(at + 1 == level.size() ? level.get(at) : node(hash, List.of(level.get(at), level.get(at + 1))));
        }
        return nodes;
    }

    /** The node over some digests, in binary ascending order whatever order they come in (§4.2.1 step 3). */
    static byte[] node(ArchiveHash hash, Collection<byte[]> digests) {
        return hash.of(digests.stream().sorted(Arrays::compareUnsigned).toArray(byte[][]::new));
    }

    byte[] root() {
        return levels.getLast().getFirst();
    }

    /**
     * The reduced tree of a leaf (§4.2.2): the first list holds the leaf and its neighbour, each further one what is added on the
     * way up. Empty where the leaf is the root.
     *
     * @throws IllegalArgumentException when it is no leaf of the tree
     */
    List<List<byte[]>> reduced(byte[] leaf) {
        int at = indexOf(leaf);
        List<List<byte[]>> lists = new ArrayList<>();
        for (List<byte[]> level : levels.subList(0, levels.size() - 1)) {
            int neighbour = at ^ 1;
            if (neighbour < level.size()) {
                lists.add(lists.isEmpty() ? List.of(leaf, level.get(neighbour)) : List.of(level.get(neighbour)));
            }
            at /= 2;
        }
        return lists;
    }

    private int indexOf(byte[] leaf) {
        List<byte[]> leaves = levels.getFirst();
        int at = Collections.binarySearch(leaves, leaf, Arrays::compareUnsigned);
        if (at >= 0) {
            return at;
        }
        throw new IllegalArgumentException("leaf: not in the tree (expected: one of its " + leaves.size() + ")");
    }
}
