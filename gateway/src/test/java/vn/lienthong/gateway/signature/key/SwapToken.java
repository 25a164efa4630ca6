package vn.lienthong.gateway.signature.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process of its own that signs with the only key of a token, waits until another key lies in its place, and signs again.
 * Arguments are library, slot, PIN and a folder.
 */
final class SwapToken {

    private static final byte[] CONTENT = "Ban hành".getBytes(StandardCharsets.UTF_8);
    private static final int TRIES = 600;

    private SwapToken() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[3]);
        char[] pin = arguments[2].toCharArray();
        Pkcs11SigningKey.Token token = new Pkcs11SigningKey.Token(arguments[0], Long.valueOf(arguments[1]), null, null);
        Pkcs11SigningKey key = Pkcs11SigningKey.open(token, pin);
        key.sign(CONTENT, key.usualAlgorithm());
        Files.createFile(folder.resolve("signed"));
        for (int i = 0; i < TRIES && Files.notExists(folder.resolve("swapped")); i++) {
            Thread.sleep(100);
        }
        SignWithToken.logout(token, pin);
        for (int i = 1; i <= 2; i++) {
            try {
                key.sign(CONTENT, key.usualAlgorithm());
                System.out.println("try " + i + " signed by " + key);
            } catch (SigningException refused) {
                System.out.println("try " + i + " refused: " + refused.getMessage());
            }
        }
    }
}
