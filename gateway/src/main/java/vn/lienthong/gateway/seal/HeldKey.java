package vn.lienthong.gateway.seal;

import java.util.Optional;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * What is on record of a key that the gateway keeps for somebody.
 *
 * @param <I> names it
 */
public interface HeldKey<I> {

    I id();

    KeyPlace place();

    /** File with the password or PIN, read whenever the key is opened; empty where the store keeps it. */
    Optional<String> secretFile();

    /** The one that the key had when it was added: another key in its place is not this one. */
    SealCertificate certificate();
}
