package vn.lienthong.gateway.evidence.record;

import java.util.List;

/**
 * A file's way to a timestamp, and the timestamps that renewed that one (RFC 4998 §5.1, ArchiveTimeStampChain).
 *
 * @param hash with which everything in it is digested
 * @param reduced the reduced tree of the first timestamp; empty where that is over the file's digest itself
 * @param tokens RFC 3161, each over the one before it
 */
public record ArchiveChain(ArchiveHash hash, List<List<byte[]>> reduced, List<byte[]> tokens) {
    public ArchiveChain {
        reduced = reduced.stream().map(List::copyOf).toList();
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("tokens: none (expected: at least one)");
        }
    }
}
