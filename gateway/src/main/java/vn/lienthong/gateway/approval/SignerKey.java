package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.seal.HeldKey;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * A key with which an officer signs for a time, kept at the server or at the own desk.
 *
 * @param username whose it is
 * @param from first instant at which it is
 * @param to first instant at which it no longer is; empty while open-ended
 * @param secretFile file with the password or PIN, read whenever the key is opened; empty where the store keeps it
 * @param certificate the one that the key had when it was added
 * @param addedBy as evidence names people
 */
public record SignerKey(
        SignerId id,
        String username,
        Instant from,
        Optional<Instant> to,
        KeyPlace place,
        Optional<String> secretFile,
        SealCertificate certificate,
        String addedBy)
        implements HeldKey<SignerId> {

    /** Whether it is a token that only the signing program at the officer's desk can ask. */
    public boolean isAtDesk() {
        return place instanceof KeyPlace.Desk;
    }

    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
    }

    /** The same, ended. */
    public SignerKey endedAt(Instant at) {
        return new SignerKey(
                id, username, from, Optional.of(at.isAfter(from) ? at : from), place, secretFile, certificate, addedBy);
    }
}
