package vn.lienthong.routes.platform;

import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import vn.lienthong.gateway.access.SecretBox;

/** AES-256-GCM with a random nonce for each secret, under a key derived from the master key file. */
final class MasterKeySecretBox implements SecretBox {

    /** Not secret: the master key is random already, the salt only has to be the same for ever. */
    private static final String SALT = "6c69656e74686f6e67";

    private final BytesEncryptor encryptor;

    MasterKeySecretBox(String masterKey) {
        this.encryptor = AesGcmBytesEncryptor.withPassword(masterKey, SALT).build();
    }

    @Override
    public byte[] seal(byte[] secret) {
        return encryptor.encrypt(secret);
    }

    @Override
    public byte[] open(byte[] box) {
        return encryptor.decrypt(box);
    }
}
