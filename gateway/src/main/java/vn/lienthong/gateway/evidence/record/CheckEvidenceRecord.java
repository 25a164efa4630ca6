package vn.lienthong.gateway.evidence.record;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.TimestampVerdict;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;

/**
 * Checks an evidence record against a file (RFC 4998 §4.3, §5.3): each chain leads from the file to its first timestamp, each
 * further timestamp renews the one before it, and each was in force when it was renewed. Never throws for what is in the record.
 */
public final class CheckEvidenceRecord {

    private final VerifyTimestamp timestamps;
    private final Rules rules;

    /** @param rules until when algorithms are good */
    public CheckEvidenceRecord(VerifyTimestamp timestamps, Rules rules) {
        this.timestamps = timestamps;
        this.rules = rules;
    }

    /** The file's digests, as the record asks for them. */
    @FunctionalInterface
    public interface FileDigests {
        byte[] with(ArchiveHash hash) throws IOException;
    }

    /** What it is worth. */
    public sealed interface Outcome {

        /** The file existed then, as it is. */
        record Proven(Instant existedAt, int timestamps) implements Outcome {}

        /** It is about this file, and whether its timestamps hold cannot be told here and now. */
        record Indeterminate(Instant claimed, String why) implements Outcome {}

        /** It proves nothing about this file. */
        record Failed(String why) implements Outcome {}
    }

    /**
     * Checks it.
     *
     * @throws IOException when the file cannot be read
     */
    public Outcome check(byte[] record, FileDigests file, Instant validationTime) throws IOException {
        try {
            List<ArchiveChain> chains = EvidenceRecords.read(record);
            return check(stamps(chains, file), validationTime);
        } catch (EvidenceRecordException | CmsException fault) {
            return new Outcome.Failed(String.valueOf(fault.getMessage()));
        }
    }

    /** A timestamp, and what it has to be over. */
    private record Stamp(byte[] token, ArchiveHash hash, byte[] imprint) {}

    private static List<Stamp> stamps(List<ArchiveChain> chains, FileDigests file)
            throws EvidenceRecordException, IOException {
        List<Stamp> stamps = new ArrayList<>();
        for (int at = 0; at < chains.size(); at++) {
            ArchiveChain chain = chains.get(at);
            ArchiveHash hash = chain.hash();
            byte[] leaf = at == 0 ? file.with(hash) : renewedLeaf(hash, file.with(hash), chains.subList(0, at));
            stamps.add(new Stamp(chain.tokens().getFirst(), hash, root(chain, leaf)));
            for (int next = 1; next < chain.tokens().size(); next++) {
                byte[] renewed = EvidenceRecords.renewed(chain.tokens().get(next - 1));
                stamps.add(new Stamp(chain.tokens().get(next), hash, hash.of(renewed)));
            }
        }
        return stamps;
    }

    /** A file's leaf in a tree that renews others (§5.3 steps 3 to 5). */
    static byte[] renewedLeaf(ArchiveHash hash, byte[] fileDigest, List<ArchiveChain> earlier)
            throws EvidenceRecordException {
        return hash.of(fileDigest, hash.of(EvidenceRecords.before(earlier)));
    }

    private static byte[] root(ArchiveChain chain, byte[] leaf) throws EvidenceRecordException {
        if (chain.reduced().isEmpty()) {
            return leaf;
        }
        if (chain.reduced().getFirst().stream().noneMatch(one -> Arrays.equals(one, leaf))) {
            throw new EvidenceRecordException("file: not in the tree (expected: its digest in the first list)");
        }
        byte[] node = ArchiveTree.node(chain.hash(), chain.reduced().getFirst());
        for (List<byte[]> list : chain.reduced().subList(1, chain.reduced().size())) {
            List<byte[]> with = new ArrayList<>(list);
            with.add(node);
            node = ArchiveTree.node(chain.hash(), with);
        }
        return node;
    }

    /** What it is made with, or lies over, has to be good until it was renewed, or until now (§4.3 step 2, §5.3). */
    private String weakness(Stamp stamp, Instant time, Instant until) throws CmsException {
        return UsedAlgorithms.end(rules, stamp.token(), stamp.hash())
                .filter(end -> !end.isAfter(until))
                .map(end -> "timestamp of " + time + ": an algorithm of it is over since " + end
                        + " (expected: renewed before then)")
                .orElse("");
    }

    private Outcome check(List<Stamp> stamps, Instant validationTime) throws CmsException {
        Instant until = validationTime;
        String doubt = "";
        Instant earliest = validationTime;
        // From the newest back: the time of each is that up to which the one before it has to hold.
        for (Stamp stamp : stamps.reversed()) {
            TimestampVerdict verdict =
                    timestamps.verify(stamp.token(), Map.of(stamp.hash().jdkName(), stamp.imprint()), until);
            if (verdict.wrong()) {
                return new Outcome.Failed("timestamp of " + verdict.time() + ": "
                        + verdict.fault().orElse(""));
            }
            if (verdict.time().isAfter(until)) {
                return new Outcome.Failed(
                        "timestamp of " + verdict.time() + ": renewed at " + until + " (expected: later than it)");
            }
            if (!verdict.proven() && doubt.isEmpty()) {
                doubt = "timestamp of " + verdict.time() + ": "
                        + verdict.fault().orElse("");
            }
            if (doubt.isEmpty()) {
                doubt = weakness(stamp, verdict.time(), until);
            }
            earliest = verdict.time();
            until = verdict.time();
        }
        return doubt.isEmpty()
                ? new Outcome.Proven(earliest, stamps.size())
                : new Outcome.Indeterminate(earliest, doubt);
    }
}
