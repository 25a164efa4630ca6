package vn.lienthong.gateway.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import vn.lienthong.gateway.signature.key.Pkcs11SigningKey;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.RemoteSigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** Opens keys, wherever they lie. */
public final class OpenKeys {
    private static final int PROBE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RemoteKeys remote;

    public OpenKeys(RemoteKeys remote) {
        this.remote = remote;
    }

    /** Keys of this machine alone: in files and on tokens. */
    public static OpenKeys local() {
        return new OpenKeys((place, secret) -> {
            throw new SigningException(place + ": on the network (expected: a file or a token)", null);
        });
    }

    /**
     * Opens the key at a place.
     *
     * @param secret password or PIN, or what {@link RemoteKeys} takes; UTF-8
     * @throws SigningException when it cannot be used
     */
    public SigningKey open(KeyPlace place, byte[] secret) throws SigningException {
        return switch (place) {
            case KeyPlace.Desk desk ->
                throw new SigningException(
                        place + ": nothing to open here (expected: signed there, on the page of the draft or document)",
                        null);
            case KeyPlace.File file -> Pkcs12SigningKey.open(SecretFiles.pkcs12(Path.of(file.path())), pin(secret));
            case KeyPlace.Token token ->
                Pkcs11SigningKey.open(
                        new Pkcs11SigningKey.Token(
                                token.library(),
                                token.slot().orElse(null),
                                token.slotIndex().orElse(null),
                                token.label().orElse(null)),
                        pin(secret));
            case KeyPlace.Remote service -> RemoteSigningKey.open(remote.at(service, secret));
        };
    }

    /**
     * Opens the key at a place and has it show that the secret opens it: a service asks for the PIN only when it signs, so there a
     * random value is signed and checked.
     *
     * @throws SigningException when it cannot be used
     */
    public SigningKey proven(KeyPlace place, byte[] secret) throws SigningException {
        SigningKey key = open(place, secret);
        if (place instanceof KeyPlace.Remote) {
            byte[] probe = new byte[PROBE_BYTES];
            RANDOM.nextBytes(probe);
            key.sign(probe, key.usualAlgorithm());
        }
        return key;
    }

    private static char[] pin(byte[] secret) {
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret));
        char[] pin = new char[text.remaining()];
        text.get(pin);
        return pin;
    }
}
