package vn.lienthong.gateway.evidence.record;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.evidence.Imprint;

/**
 * What was received on a day, in Vietnam's time, and the timestamps over it.
 *
 * @param leaves SHA-256 of every file received
 * @param tokens the first over the tree, each further one over the one before it
 * @param renewals trees that took the place of the first one, in the order they were made
 * @param failures how often the next one was asked for in vain
 */
public record EvidenceDay(
        LocalDate day, List<Sha256> leaves, List<byte[]> tokens, List<RenewedTree> renewals, int failures) {
    public EvidenceDay {
        leaves = List.copyOf(leaves);
        tokens = List.copyOf(tokens);
        renewals = List.copyOf(renewals);
    }

    /** A day whose tree was never renewed. */
    public EvidenceDay(LocalDate day, List<Sha256> leaves, List<byte[]> tokens, int failures) {
        this(day, leaves, tokens, List.of(), failures);
    }

    /** With what the newest timestamps are made. */
    public ArchiveHash hash() {
        return renewals.isEmpty() ? ArchiveHash.SHA256 : renewals.getLast().hash();
    }

    /** All timestamps so far. */
    public int stamps() {
        return tokens.size()
                + renewals.stream().mapToInt(tree -> tree.tokens().size()).sum();
    }

    /** What the next timestamp has to be over, where the tree stays. */
    Imprint next() throws EvidenceRecordException {
        if (tokens.isEmpty()) {
            return ArchiveHash.SHA256.imprint(new ArchiveTree(
                            ArchiveHash.SHA256,
                            leaves.stream().map(Sha256::bytes).toList())
                    .root());
        }
        return hash().imprint(hash().of(EvidenceRecords.renewed(newest())));
    }

    /** What the next timestamp has to be over, where the tree is made anew with another digest. */
    Imprint renewed(ArchiveHash with, Map<Sha256, byte[]> digests) throws EvidenceRecordException {
        return with.imprint(new DayChains(this).root(with, digests));
    }

    /**
     * Whether a timestamp is the next one: over what stands here, whatever stood when it was asked for.
     *
     * @param with another digest than that of the day where it is over a new tree
     * @param digests of the new tree's files
     */
    public boolean isNext(ArchiveHash with, Map<Sha256, byte[]> digests, byte[] token) {
        boolean sameTree = tokens.isEmpty() || with == hash();
        try {
            return (sameTree || !digests.isEmpty())
                    && Arrays.equals(
                            EvidenceRecords.imprint(token), (sameTree ? next() : renewed(with, digests)).bytes());
        } catch (EvidenceRecordException unreadable) {
            return false;
        }
    }

    /** The timestamp that stands for everything before it; only once there is one. */
    byte[] newest() {
        return (renewals.isEmpty() ? tokens : renewals.getLast().tokens()).getLast();
    }

    /** The evidence record of a file received that day; only once there is a timestamp. */
    public byte[] record(Sha256 file) throws EvidenceRecordException {
        return EvidenceRecords.write(DayChains.of(this, file));
    }
}
