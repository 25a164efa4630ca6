package vn.lienthong.gateway.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;

/**
 * Keys that the gateway keeps for others, each opened once, by one login, and opened anew when it was lost. Who asks gets the key
 * that its holder has at that moment: one that ended is not used again, without a restart.
 *
 * @param <O> who holds keys: agencies their seals, officers their own
 * @param <I> names a key
 * @param <K> what is on record of one
 */
public final class HeldKeys<O, I, K extends HeldKey<I>> {

    private final KeyRecords<O, I, K> records;
    private final String command;
    private final SealTrust trust;
    private final OpenKeys keys;
    private final boolean developmentAllowed;
    private final Map<O, Place<K>> places = new ConcurrentHashMap<>();

    /**
     * Keeps keys open.
     *
     * @param command by which an administrator adds and tries them, such as {@code admin seal}
     * @param developmentAllowed whether keys of the development PKI may sign: in a demonstration only
     */
    public HeldKeys(
            KeyRecords<O, I, K> records, SealTrust trust, OpenKeys keys, String command, boolean developmentAllowed) {
        this.records = records;
        this.trust = trust;
        this.keys = keys;
        this.command = command;
        this.developmentAllowed = developmentAllowed;
    }

    /** What is on record of a key, and the key itself. */
    public record Opened<K>(K held, SigningKey key) {}

    /** A key that is open, and the secret that opened it. */
    private record Kept<K>(Opened<K> opened, Sha256 tried) {}

    /**
     * Where a holder's key is kept open. Its monitor is for those who open it, which a token may make last for ever: whoever only
     * lets go of what is open does not wait for them.
     */
    private static final class Place<K> {
        private final AtomicReference<@Nullable Kept<K>> kept = new AtomicReference<>();
    }

    /**
     * The key of the holder at the instant, ready to sign; empty where there is none.
     *
     * @throws SigningException when there is one and it cannot be used; the text says why, for an administrator
     */
    public Optional<Opened<K>> of(O holder, Instant now) throws SigningException {
        Optional<K> held = records.of(holder, now);
        if (held.isEmpty()) {
            forget(holder);
            return Optional.empty();
        }
        Place<K> place = places.computeIfAbsent(holder, ignored -> new Place<>());
        synchronized (place) {
            Kept<K> known = place.kept.get();
            if (known == null || !known.opened().held().equals(held.get())) {
                place.kept.set(null);
                known = opened(held.get(), now);
                place.kept.set(known);
            } else {
                requireUntried(held.get(), known.tried());
            }
            requireUsable(held.get().certificate(), now);
            requireUnrevoked(known.opened(), now);
            try {
                requireSame(held.get(), known.opened().key());
            } catch (SigningException another) {
                place.kept.set(null);
                throw another;
            }
            return Optional.of(known.opened());
        }
    }

    private Kept<K> opened(K held, Instant now) throws SigningException {
        byte[] secret = secret(held);
        Sha256 tried = Sha256.of(secret);
        requireUntried(held, tried);
        return new Kept<>(new Opened<>(held, open(held, secret, now, keys::open)), tried);
    }

    /** What is known to be wrong with a key before it is asked; empty where nothing is. */
    public Optional<KeyTrouble> trouble(K held, Instant now) {
        return trust.revoked(held.certificate(), now).map(at -> KeyTrouble.REVOKED);
    }

    /**
     * Opens a key once, whatever was remembered of its secret, and forgets that where it opens; until then no node
     * tries the secret again.
     *
     * @throws SigningException when it cannot be used; the text says why, for an administrator
     */
    public void tryOnce(K held, Instant now) throws SigningException {
        SigningKey key = open(held, secret(held), now, keys::proven);
        requireUsable(held.certificate(), now);
        requireUnrevoked(new Opened<>(held, key), now);
    }

    /**
     * The key did not sign: the next one who asks has it opened anew. A PIN that was wrong is remembered for every node. It does
     * not wait for a token that hangs.
     *
     * @param why as the key said it
     */
    public void lost(O holder, SigningException why, Instant now) {
        Kept<K> was = forget(holder);
        if (was != null && KeyTrouble.of(why) == KeyTrouble.WRONG_PIN) {
            records.refuse(was.opened().held().id(), was.tried(), now);
        }
    }

    /** What was open is not used again. */
    private @Nullable Kept<K> forget(O holder) {
        Place<K> place = places.get(holder);
        return place == null ? null : place.kept.getAndSet(null);
    }

    /** How a key is opened. */
    private interface Opening {
        SigningKey at(KeyPlace place, byte[] secret) throws SigningException;
    }

    private SigningKey open(K held, byte[] secret, Instant now, Opening opening) throws SigningException {
        try {
            SigningKey key = opening.at(held.place(), secret);
            records.letTry(held.id());
            requireSame(held, key);
            return key;
        } catch (SigningException unusable) {
            KeyTrouble trouble = KeyTrouble.of(unusable);
            if (trouble == KeyTrouble.WRONG_PIN) {
                records.refuse(held.id(), Sha256.of(secret), now);
            }
            throw switch (trouble) {
                case LOCKED ->
                    new UnusableKey(
                            trouble,
                            held.place() + ": the token is locked (expected: unlocked by the tool of its issuer)",
                            unusable);
                case EXPIRED ->
                    new UnusableKey(
                            trouble,
                            held.place() + ": the PIN has expired (expected: another one, chosen by the tool of its"
                                    + " issuer)",
                            unusable);
                case REVOKED, WRONG_PIN, OTHER -> unusable;
            };
        }
    }

    private void requireUntried(K held, Sha256 secret) throws SigningException {
        if (records.refused(held.id()).filter(wrong -> wrong.equals(secret)).isPresent()) {
            throw new UnusableKey(
                    KeyTrouble.WRONG_PIN,
                    held.place() + ": the PIN was wrong (expected: another one, by " + command
                            + " add or in its file; or " + command + " try, once the token is sure to have this one)",
                    null);
        }
    }

    private void requireUnrevoked(Opened<K> opened, Instant now) throws SigningException {
        Optional<Instant> revoked = trust.revoked(opened.key(), now);
        if (revoked.isPresent()) {
            throw new UnusableKey(
                    KeyTrouble.REVOKED,
                    "certificate of " + opened.held().certificate().names() + ": revoked since " + revoked.get()
                            + " (expected: not revoked; another key by " + command + " add)",
                    null);
        }
    }

    private byte[] secret(K held) throws SigningException {
        if (held.place() instanceof KeyPlace.Desk) {
            return new byte[0];
        }
        if (held.secretFile().isPresent()) {
            return SecretFiles.read(Path.of(held.secretFile().get()));
        }
        return records.secret(held.id())
                .orElseThrow(() -> new SigningException(
                        "key " + held.id() + ": no secret on record (expected: the PIN or password of its key)", null));
    }

    private void requireSame(K held, SigningKey key) throws SigningException {
        Sha256 found = SealCertificate.of(key).facts().certificate();
        if (!found.equals(held.certificate().facts().certificate())) {
            throw new SigningException(
                    held.place() + ": certificate " + found + " (expected: "
                            + held.certificate().facts().certificate() + ", or the key added anew)",
                    null);
        }
    }

    private void requireUsable(SealCertificate certificate, Instant now) throws SigningException {
        if (certificate.development() && !developmentAllowed) {
            throw new SigningException("key of " + certificate.names() + ": DEV ONLY (expected: an issued one)", null);
        }
        if (!certificate.validAt(now)) {
            throw new SigningException(
                    "certificate of " + certificate.names() + ": valid from "
                            + certificate.facts().validFrom() + " to "
                            + certificate.facts().validTo() + " (expected: at " + now + ")",
                    null);
        }
    }
}
