package vn.lienthong.gateway.evidence.record;

import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.digest.Sha256;

/**
 * A tree that took the place of those before it, made with a digest that lasts longer (RFC 4998 §5.3).
 *
 * @param digests of each file that was still there as it was received, by its SHA-256
 * @param tokens the first over the tree, each further one over the one before it
 */
public record RenewedTree(ArchiveHash hash, Map<Sha256, byte[]> digests, List<byte[]> tokens) {
    public RenewedTree {
        digests = Map.copyOf(digests);
        tokens = List.copyOf(tokens);
    }
}
