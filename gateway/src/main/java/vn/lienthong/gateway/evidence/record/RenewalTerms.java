package vn.lienthong.gateway.evidence.record;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.cms.CmsException;

/**
 * When what proves a day has to be renewed: before the certificate of its timestamp expires, or an algorithm of it, or of its
 * tree, is over (RFC 4998 §5.1).
 *
 * @param before how long before
 * @param rules until when algorithms are good
 */
public record RenewalTerms(Duration before, Rules rules) {
    /** An authority that goes on with an algorithm that ends soon is not asked every minute. */
    private static final Duration SHORTEST_PAUSE = Duration.ofDays(1);

    /** Before something is asked for again that cannot help as things stand. */
    static final Duration REST = Duration.ofDays(30);

    /** Terms that differ have another name. */
    String name() {
        return before
                + rules.ends().stream()
                        .map(end -> " " + end + "=" + end.end())
                        .sorted()
                        .collect(Collectors.joining());
    }

    private Optional<Instant> end(ArchiveHash hash) {
        return UsedAlgorithms.end(rules, hash);
    }

    /** Whether a tree made with it has to be renewed. */
    boolean ending(ArchiveHash hash, Instant now) {
        return end(hash).filter(end -> !now.isBefore(end.minus(before))).isPresent();
    }

    /** Whether files that still cannot be read are left out of the new tree: the others' proof is to be renewed in time. */
    boolean leavesOut(ArchiveHash hash, Instant now) {
        return end(hash)
                .filter(end -> !now.isBefore(end.minus(before.dividedBy(4))))
                .isPresent();
    }

    /**
     * Whether a timestamp has to be renewed for its certificate's sake, though the tree's digest ends as well: a new tree may have to
     * wait for its files. Not once the digest is over: nothing made with it proves anything then.
     */
    boolean expiring(byte[] token, ArchiveHash hash, Instant now) throws CmsException, EvidenceRecordException {
        Instant due = beforeExpiry(UsedAlgorithms.signer(token).to(), EvidenceRecords.time(token));
        return !now.isBefore(due) && end(hash).filter(end -> !now.isBefore(end)).isEmpty();
    }

    private Instant beforeExpiry(Instant expires, Instant made) {
        Instant wanted = expires.minus(before);
        return wanted.isAfter(made)
                ? wanted
                : made.plus(Duration.between(made, expires).dividedBy(2));
    }

    /** With what trees are made now; empty where nothing that we know lasts. */
    Optional<ArchiveHash> lasting(Instant now) {
        return Arrays.stream(ArchiveHash.values())
                .filter(hash -> !ending(hash, now))
                .findFirst();
    }

    /** Whether a timestamp was made with what no longer counts, or lies over it: it renews nothing. */
    boolean over(byte[] token, ArchiveHash hash, Instant now) throws CmsException {
        return UsedAlgorithms.end(rules, token, hash)
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    /** When a timestamp that is new has to be renewed; what does not last that long is renewed halfway. */
    Instant due(byte[] token, ArchiveHash hash, Instant now) throws CmsException {
        Instant expires = beforeExpiry(UsedAlgorithms.signer(token).to(), now);
        return UsedAlgorithms.end(rules, token, hash)
                .map(end -> beforeEnd(end, now))
                .filter(due -> due.isBefore(expires))
                .orElse(expires);
    }

    /** When one that is there already has to be renewed, now that other ends are known. */
    Instant dueByNow(byte[] token, ArchiveHash hash, Instant now) throws CmsException {
        boolean over = UsedAlgorithms.end(rules, token, hash)
                .filter(end -> !now.isBefore(end.minus(before)))
                .isPresent();
        return over ? now : due(token, hash, now);
    }

    private Instant beforeEnd(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            return now.plus(REST);
        }
        Instant wanted = end.minus(before);
        Duration half = Duration.between(now, end).dividedBy(2);
        return wanted.isAfter(now) ? wanted : now.plus(half.compareTo(SHORTEST_PAUSE) > 0 ? half : SHORTEST_PAUSE);
    }
}
