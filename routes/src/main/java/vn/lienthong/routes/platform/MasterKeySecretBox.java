package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import vn.lienthong.gateway.access.SecretBox;

/**
 * AES-256-GCM with a random nonce for each secret, under a key derived from the master key file. To derive it takes half a
 * second by intention; that is done beside the rest of a start, and the first secret waits for it.
 */
final class MasterKeySecretBox implements SecretBox {

    /** Not secret: the master key is random already, the salt only has to be the same for ever. */
    private static final String SALT = "6c69656e74686f6e67";

    private final CompletableFuture<BytesEncryptor> encryptor;

    MasterKeySecretBox(String masterKey) {
        this.encryptor = CompletableFuture.supplyAsync(
                () -> AesGcmBytesEncryptor.withPassword(masterKey, SALT).build(),
                task -> Thread.ofPlatform().name("derive-key").daemon().start(task));
    }

    /**
     * Under the key in the file, which is made where nothing lies under one yet.
     *
     * @param sealed how many secrets lie under the key; asked where its file is missing
     * @throws StartRefused when there is no file and something lies under its key, or what the file holds is no key, such as
     *     what a full disk leaves
     */
    static SecretBox of(Path file, IntSupplier sealed) {
        return new KeyFileSecretBox(file, sealed);
    }

    @Override
    public byte[] seal(byte[] secret) {
        return encryptor.join().encrypt(secret);
    }

    @Override
    public byte[] open(byte[] box) {
        return encryptor.join().decrypt(box);
    }
}
