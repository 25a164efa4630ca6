package vn.lienthong.gateway.signature.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Security;
import java.time.Instant;
import vn.lienthong.gateway.evidence.GatewaySeal;

/**
 * A process of its own with the token's settings in its environment: arguments are library, slot, label, PIN and a folder.
 * Leaves a seal made at once and one made after the whole process was logged out behind the key's back.
 */
final class SignWithToken {

    static final byte[] CONTENT = "Biên nhận của cổng".getBytes(StandardCharsets.UTF_8);
    static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private SignWithToken() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[4]);
        char[] pin = arguments[3].toCharArray();
        Pkcs11SigningKey.Token token = new Pkcs11SigningKey.Token(
                arguments[0], Long.valueOf(arguments[1]), null, arguments[2].isEmpty() ? null : arguments[2]);
        try {
            Pkcs11SigningKey key = Pkcs11SigningKey.open(token, pin);
            Files.write(folder.resolve("certificate.der"), key.certificate().getEncoded());
            GatewaySeal seal = new GatewaySeal(key);
            Files.write(folder.resolve("first.p7m"), seal.sign(CONTENT, AT));
            logout(token, pin);
            Files.write(folder.resolve("after-logout.p7m"), seal.sign(CONTENT, AT));
            System.out.println("signed by " + key);
        } catch (SigningException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
    }

    static void logout(Pkcs11SigningKey.Token token, char[] pin) throws Exception {
        AuthProvider other = (AuthProvider) Security.getProvider("SunPKCS11")
                .configure("--name = other\nlibrary = " + token.library() + "\nslot = " + token.slot() + "\n");
        KeyStore.getInstance("PKCS11", other).load(null, pin);
        other.logout();
    }
}
