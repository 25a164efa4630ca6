package vn.lienthong.gateway.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.key.Pkcs11SigningKey;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * The keys of seals, each opened once, by one login, and opened anew when it was lost. Who asks gets the seal that the agency has
 * at that moment: one that ended is not used again, without a restart.
 */
public final class SealKeys {

    /** A token counts wrong PINs and locks itself: one that was wrong is not tried again. */
    private static final List<String> WRONG_PIN = List.of("CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE");

    private static final String LOCKED_PIN = "CKR_PIN_LOCKED";

    private final AgencySeals seals;
    private final boolean developmentAllowed;
    private final Map<AgencyId, Place> places = new ConcurrentHashMap<>();

    /** @param developmentAllowed whether keys of the development PKI may seal: in a demonstration only */
    public SealKeys(AgencySeals seals, boolean developmentAllowed) {
        this.seals = seals;
        this.developmentAllowed = developmentAllowed;
    }

    /** A seal and its key. */
    public record Opened(AgencySeal seal, SigningKey key) {}

    /** Where an agency's key is kept open. */
    private static final class Place {
        private @Nullable Opened opened;
        private @Nullable Sha256 tried;
        private @Nullable Sha256 wrong;
    }

    /**
     * The seal of the agency at the instant, ready to sign; empty where it has none.
     *
     * @throws SigningException when there is one and it cannot be used; the text says why, for an administrator
     */
    public Optional<Opened> of(AgencyId agency, Instant now) throws SigningException {
        Optional<AgencySeal> seal = seals.of(agency, now);
        if (seal.isEmpty()) {
            forget(agency);
            return Optional.empty();
        }
        Place place = places.computeIfAbsent(agency, ignored -> new Place());
        synchronized (place) {
            Opened known = place.opened;
            if (known == null || !known.seal().equals(seal.get())) {
                place.opened = null;
                known = new Opened(seal.get(), open(seal.get(), place));
                place.opened = known;
            }
            requireUsable(known.seal().certificate(), now);
            try {
                requireSame(known.seal(), known.key());
            } catch (SigningException another) {
                place.opened = null;
                throw another;
            }
            return Optional.of(known);
        }
    }

    /**
     * The key did not sign: the next one who asks has it opened anew. A PIN that was wrong is remembered.
     *
     * @param why as the key said it
     */
    public void lost(AgencyId agency, SigningException why) {
        Place place = places.get(agency);
        if (place != null) {
            synchronized (place) {
                place.opened = null;
                place.wrong = isWrongPin(why) ? place.tried : place.wrong;
            }
        }
    }

    /** What was open is not used again; which PIN was wrong stays known. */
    private void forget(AgencyId agency) {
        Place place = places.get(agency);
        if (place != null) {
            synchronized (place) {
                place.opened = null;
            }
        }
    }

    private static boolean isWrongPin(SigningException why) {
        String text = String.valueOf(why.getMessage());
        return WRONG_PIN.stream().anyMatch(text::contains);
    }

    private SigningKey open(AgencySeal seal, Place place) throws SigningException {
        byte[] secret = secret(seal);
        Sha256 tried = Sha256.of(secret);
        if (tried.equals(place.wrong)) {
            throw new SigningException(
                    seal.place() + ": the PIN was wrong (expected: another one, by admin seal add or in its file)",
                    null);
        }
        place.tried = tried;
        try {
            SigningKey key = open(seal.place(), secret);
            requireSame(seal, key);
            return key;
        } catch (SigningException unusable) {
            place.wrong = isWrongPin(unusable) ? tried : null;
            throw String.valueOf(unusable.getMessage()).contains(LOCKED_PIN)
                    ? new SigningException(
                            seal.place() + ": the token is locked (expected: unlocked by the tool of its issuer)",
                            unusable)
                    : unusable;
        }
    }

    private byte[] secret(AgencySeal seal) throws SigningException {
        if (seal.secretFile().isPresent()) {
            return SecretFiles.read(Path.of(seal.secretFile().get()));
        }
        return seals.secret(seal.id())
                .orElseThrow(() -> new SigningException(
                        "seal " + seal.id() + ": no secret on record (expected: the PIN or password of its key)",
                        null));
    }

    /**
     * Opens the key at a place.
     *
     * @param secret password or PIN, UTF-8
     */
    public static SigningKey open(KeyPlace place, byte[] secret) throws SigningException {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret));
        char[] pin = new char[text.remaining()];
        text.get(pin);
        return switch (place) {
            case KeyPlace.File file -> Pkcs12SigningKey.open(SecretFiles.pkcs12(Path.of(file.path())), pin);
            case KeyPlace.Token token ->
                Pkcs11SigningKey.open(
                        new Pkcs11SigningKey.Token(
                                token.library(),
                                token.slot().orElse(null),
                                token.slotIndex().orElse(null),
                                token.label().orElse(null)),
                        pin);
        };
    }

    private static void requireSame(AgencySeal seal, SigningKey key) throws SigningException {
        Sha256 found = SealCertificate.of(key).facts().certificate();
        if (!found.equals(seal.certificate().facts().certificate())) {
            throw new SigningException(
                    seal.place() + ": certificate " + found + " (expected: "
                            + seal.certificate().facts().certificate() + ", or the seal added anew)",
                    null);
        }
    }

    private void requireUsable(SealCertificate certificate, Instant now) throws SigningException {
        if (certificate.development() && !developmentAllowed) {
            throw new SigningException("seal of " + certificate.names() + ": DEV ONLY (expected: an issued one)", null);
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
