package vn.lienthong.gateway.signature.path;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Revocation by lists and by responders (EN 319 102-1 §5.2.5): who is revoked in either is revoked; of two that know of no
 * revocation the fresher one counts. Opens no socket. Safe for many threads.
 */
public final class KnownRevocations implements Revocations {
    private final CrlCache lists;
    private final OcspCache answers;
    private final OcspUse use;
    private final Duration clockSkew;

    public KnownRevocations(CrlCache lists, OcspCache answers, OcspUse use, Duration clockSkew) {
        this.lists = lists;
        this.answers = answers;
        this.use = use;
        this.clockSkew = clockSkew;
    }

    /** Lists alone. */
    public static KnownRevocations of(CrlCache lists, TrustStores stores, Duration clockSkew) {
        OcspUse none = new OcspUse(OcspUse.When.NEVER, false, Map.of());
        return new KnownRevocations(
                lists, new OcspCache(stores, OcspStore.inMemory(), lists, clockSkew), none, clockSkew);
    }

    /** Other authorities from now on. */
    public void trust(TrustStores stores) {
        // Answers first: what is learnt with the lists is looked at by both.
        answers.trust(stores);
        lists.trust(stores);
    }

    /** Takes up answers that another process put on record; returns how many were new. */
    public int refresh(Instant now) {
        return answers.refresh(now.minus(clockSkew).minus(use.longestGrace()));
    }

    /** Counts up whenever something was learnt that may settle what could not be settled. */
    public long learnt() {
        return lists.learnt() + answers.learnt();
    }

    @Override
    public RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at) {
        return ask(certificate, issuer, at, Freshness.STRICT);
    }

    @Override
    public RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at, TrustBranch branch) {
        return ask(certificate, issuer, at, use.freshness(branch));
    }

    /** The same for those who count no word that an administrator gave on how late authorities may publish. */
    public Revocations strictly() {
        return (certificate, issuer, at) -> ask(certificate, issuer, at, Freshness.STRICT);
    }

    private RevocationAnswer ask(X509Certificate certificate, X509Certificate issuer, Instant at, Freshness freshness) {
        RevocationAnswer listed = lists.ask(certificate, issuer, at, freshness);
        if (listed instanceof RevocationAnswer.Revoked) {
            return listed;
        }
        Optional<RevocationAnswer> answered =
                answers.ask(certificate, issuer, at, freshness, use.wants(certificate, listed));
        return answered.map(said -> better(listed, said)).orElse(listed);
    }

    static RevocationAnswer better(RevocationAnswer listed, RevocationAnswer answered) {
        return switch (answered) {
            case RevocationAnswer.Revoked revoked -> lifted(listed, revoked) ? listed : revoked;
            case RevocationAnswer.Good good -> fresher(listed, good);
            case RevocationAnswer.Unknown none ->
                listed instanceof RevocationAnswer.Unknown also
                        ? new RevocationAnswer.Unknown(also.reason() + "; " + none.reason())
                        : listed;
        };
    }

    /** A hold is no revocation for good: a later list without it says that it was lifted (RFC 5280 §5.3.1). */
    private static boolean lifted(RevocationAnswer listed, RevocationAnswer.Revoked revoked) {
        return revoked.reason().equals(HeldAnswers.ON_HOLD)
                && listed instanceof RevocationAnswer.Good later
                && later.thisUpdate().isAfter(revoked.thisUpdate());
    }

    private static RevocationAnswer fresher(RevocationAnswer listed, RevocationAnswer.Good answered) {
        return listed instanceof RevocationAnswer.Good older
                        && older.thisUpdate().isAfter(answered.thisUpdate())
                ? listed
                : answered;
    }
}
