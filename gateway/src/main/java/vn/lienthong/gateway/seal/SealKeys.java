package vn.lienthong.gateway.seal;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.SealTrust;

/** The keys of seals, as {@link HeldKeys} keeps them open. */
public final class SealKeys {

    private final HeldKeys<AgencyId, SealId, AgencySeal> kept;

    /** @param developmentAllowed whether keys of the development PKI may seal: in a demonstration only */
    public SealKeys(AgencySeals seals, SealTrust trust, OpenKeys keys, boolean developmentAllowed) {
        this.kept = new HeldKeys<>(seals, trust, keys, "admin seal", developmentAllowed);
    }

    /** A seal and its key. */
    public record Opened(AgencySeal seal, SigningKey key) {}

    /**
     * The seal of the agency at the instant, ready to sign; empty where it has none.
     *
     * @throws SigningException when there is one and it cannot be used; the text says why, for an administrator
     */
    public Optional<Opened> of(AgencyId agency, Instant now) throws SigningException {
        return kept.of(agency, now).map(opened -> new Opened(opened.held(), opened.key()));
    }

    /** What is known to be wrong with a seal before its key is asked; empty where nothing is. */
    public Optional<KeyTrouble> trouble(AgencySeal seal, Instant now) {
        return kept.trouble(seal, now);
    }

    /**
     * Opens the key of a seal once, whatever was remembered of its secret, and forgets that where it opens; until then no node
     * tries the secret again.
     *
     * @throws SigningException when it cannot be used; the text says why, for an administrator
     */
    public void tryOnce(AgencySeal seal, Instant now) throws SigningException {
        kept.tryOnce(seal, now);
    }

    /**
     * The key did not sign: the next one who asks has it opened anew. A PIN that was wrong is remembered for every node.
     *
     * @param why as the key said it
     */
    public void lost(AgencyId agency, SigningException why, Instant now) {
        kept.lost(agency, why, now);
    }
}
