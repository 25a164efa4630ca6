package vn.lienthong.routes.platform;

import java.nio.file.Path;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import vn.lienthong.gateway.access.SecretBox;

/** AES-256-GCM with a random nonce for each secret, under a key derived from the master key file. */
final class MasterKeySecretBox implements SecretBox {

    /** Not secret: the master key is random already, the salt only has to be the same for ever. */
    private static final String SALT = "6c69656e74686f6e67";

    private static final int SHORTEST_KEY = 16;

    private final BytesEncryptor encryptor;

    MasterKeySecretBox(String masterKey) {
        this.encryptor = AesGcmBytesEncryptor.withPassword(masterKey, SALT).build();
    }

    /**
     * Under the key in the file, which is made where it is missing.
     *
     * @throws StartRefused when what the file holds is no key, such as what a full disk leaves
     */
    static MasterKeySecretBox of(Path file) {
        String key = SecretFile.readOrMake(file);
        if (key.length() < SHORTEST_KEY) {
            throw new StartRefused("khóa chủ " + file + ": " + key.length() + " ký tự (expected: ít nhất "
                    + SHORTEST_KEY + "; đặt lại tệp từ bản sao lưu)");
        }
        return new MasterKeySecretBox(key);
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
