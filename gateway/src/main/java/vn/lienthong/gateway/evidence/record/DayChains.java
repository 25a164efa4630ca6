package vn.lienthong.gateway.evidence.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.lienthong.gateway.digest.Sha256;

/** What is proved about each file of a day so far: its way through every tree, and the timestamps over these. */
final class DayChains {

    private final Map<Sha256, List<ArchiveChain>> chains = new LinkedHashMap<>();

    /** @param day that has a timestamp at the least */
    DayChains(EvidenceDay day) throws EvidenceRecordException {
        ArchiveTree first = first(day);
        for (Sha256 file : day.leaves()) {
            List<ArchiveChain> own = new ArrayList<>();
            own.add(new ArchiveChain(ArchiveHash.SHA256, first.reduced(file.bytes()), day.tokens()));
            chains.put(file, own);
        }
        for (RenewedTree renewal : day.renewals()) {
            add(renewal);
        }
    }

    private void add(RenewedTree renewal) throws EvidenceRecordException {
        Map<Sha256, byte[]> leaves = leaves(renewal.hash(), renewal.digests());
        ArchiveTree tree = new ArchiveTree(renewal.hash(), leaves.values());
        leaves.forEach((file, leaf) -> Objects.requireNonNull(chains.get(file))
                .add(new ArchiveChain(renewal.hash(), tree.reduced(leaf), renewal.tokens())));
    }

    /** Leaves of a further tree (§5.3 steps 3 to 5): each file's new digest, and everything that was proved about it before. */
    private Map<Sha256, byte[]> leaves(ArchiveHash hash, Map<Sha256, byte[]> digests) throws EvidenceRecordException {
        Map<Sha256, byte[]> leaves = new LinkedHashMap<>();
        for (Map.Entry<Sha256, List<ArchiveChain>> file : chains.entrySet()) {
            byte[] digest = digests.get(file.getKey());
            if (digest != null) {
                leaves.put(file.getKey(), CheckEvidenceRecord.renewedLeaf(hash, digest, file.getValue()));
            }
        }
        return leaves;
    }

    /** What the first timestamp of a further tree has to be over. */
    byte[] root(ArchiveHash hash, Map<Sha256, byte[]> digests) throws EvidenceRecordException {
        return new ArchiveTree(hash, leaves(hash, digests).values()).root();
    }

    /**
     * The record of a file of the day: the way of this one alone through the newest tree, and of all only through those below it,
     * which its leaves hang on.
     */
    static List<ArchiveChain> of(EvidenceDay day, Sha256 file) throws EvidenceRecordException {
        if (!day.leaves().contains(file)) {
            throw new EvidenceRecordException("file " + file.hex() + ": not of the day (expected: one received then)");
        }
        if (day.renewals().isEmpty()) {
            return List.of(new ArchiveChain(ArchiveHash.SHA256, first(day).reduced(file.bytes()), day.tokens()));
        }
        RenewedTree newest = day.renewals().getLast();
        int earlier = day.renewals().size() - 1;
        DayChains below = new DayChains(new EvidenceDay(
                day.day(), day.leaves(), day.tokens(), day.renewals().subList(0, earlier), day.failures()));
        List<ArchiveChain> own = new ArrayList<>(Objects.requireNonNull(below.chains.get(file)));
        Map<Sha256, byte[]> leaves = below.leaves(newest.hash(), newest.digests());
        byte[] leaf = leaves.get(file);
        if (leaf != null) {
            ArchiveTree tree = new ArchiveTree(newest.hash(), leaves.values());
            own.add(new ArchiveChain(newest.hash(), tree.reduced(leaf), newest.tokens()));
        }
        return own;
    }

    private static ArchiveTree first(EvidenceDay day) {
        return new ArchiveTree(
                ArchiveHash.SHA256, day.leaves().stream().map(Sha256::bytes).toList());
    }
}
