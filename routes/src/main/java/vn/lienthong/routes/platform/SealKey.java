package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import vn.lienthong.gateway.evidence.SealKeyFile;
import vn.lienthong.gateway.signature.key.Pkcs11SigningKey;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** The key of the gateway's seal, from where the settings say. */
final class SealKey {

    private SealKey() {}

    /**
     * Opens it; makes one where it is to be a file and there is none.
     *
     * @param root the data folder
     * @throws StartRefused when a token that is set cannot be used: evidence is never sealed with another key instead
     */
    static SigningKey open(SealSettings settings, Path root, Instant now) {
        Pkcs11SigningKey.Token token = settings.pkcs11().token();
        if (token == null) {
            Path secrets = root.resolve("secrets");
            String password = SecretFile.readOrMake(secrets.resolve("seal.password"));
            return SealKeyFile.readOrMake(secrets.resolve("seal.p12"), password.toCharArray(), now);
        }
        try {
            return Pkcs11SigningKey.open(token, settings.pkcs11().pin());
        } catch (SigningException unusable) {
            throw new StartRefused("khóa niêm phong (lienthong.seal.pkcs11): " + unusable.getMessage(), unusable);
        } catch (IOException unreadable) {
            throw new StartRefused(
                    "lienthong.seal.pkcs11.pin-file: không đọc được " + unreadable.getMessage(), unreadable);
        }
    }
}
