package vn.lienthong.gateway.signature.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key on a token or in a security module, reached through its PKCS#11 library: it never leaves. Logged in once and never
 * out, since the login is the whole process's. A session that the token dropped is opened anew, once for each signature.
 */
public final class Pkcs11SigningKey implements SigningKey {

    private final Token token;
    private final char[] pin;
    private volatile Session session;

    private Pkcs11SigningKey(Token token, char[] pin, Session session) {
        this.token = token;
        this.pin = pin;
        this.session = session;
    }

    /**
     * Where the key lies.
     *
     * @param library path of the PKCS#11 library
     * @param slot the number of the token's slot; null when it is told by its place
     * @param slotIndex the place of the slot among those with a token, from 0; null when it is told by its number
     * @param label of the key and its certificate; null where the token holds one key only
     */
    public record Token(String library, @Nullable Long slot, @Nullable Integer slotIndex, @Nullable String label) {

        /** As the JDK's provider is told; quoted, so that a path may hold anything but a quotation mark. */
        private String configuration() {
            String place = slot != null ? "slot = " + slot : "slotListIndex = " + (slotIndex == null ? 0 : slotIndex);
            return "--name = lienthong\nlibrary = \"" + library + "\"\n" + place + "\n";
        }

        @Override
        public String toString() {
            return library + (slot != null ? " slot " + slot : " slot index " + (slotIndex == null ? 0 : slotIndex));
        }
    }

    /** What one login gave; numbered, so that a dropped one is opened anew once only. */
    private record Session(int number, Provider provider, PrivateKey key, List<X509Certificate> chain) {}

    /**
     * Logs in and finds the key.
     *
     * @throws SigningException when the library, the token, the PIN or the key is not as said
     */
    public static Pkcs11SigningKey open(Token token, char[] pin) throws SigningException {
        char[] own = pin.clone();
        return new Pkcs11SigningKey(token, own, login(token, own, 1));
    }

    private static Session login(Token token, char[] pin, int number) throws SigningException {
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(token.configuration());
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            String alias = alias(token, store);
            if (!(store.getKey(alias, null) instanceof PrivateKey key)) {
                throw new SigningException("PKCS#11 " + token + ": " + alias + " (expected: a private key)", null);
            }
            return new Session(
                    number,
                    provider,
                    key,
                    Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (GeneralSecurityException
                | IOException
                | ProviderException
                | InvalidParameterException
                | UnsupportedOperationException unreachable) {
            throw new SigningException(
                    "PKCS#11 " + token + ": " + reason(unreachable) + " (expected: library, slot and PIN of a token)",
                    unreachable);
        }
    }

    private static String alias(Token token, KeyStore store) throws GeneralSecurityException, SigningException {
        List<String> keys = java.util.Collections.list(store.aliases()).stream()
                .filter(alias -> isKey(store, alias))
                .toList();
        if (token.label() != null && keys.contains(token.label())) {
            return token.label();
        }
        if (token.label() == null && keys.size() == 1) {
            return keys.getFirst();
        }
        throw new SigningException(
                "PKCS#11 " + token + ": keys with a certificate " + keys + " (expected: "
                        + (token.label() == null ? "exactly one, or a label" : token.label()) + ")",
                null);
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate;
        } catch (GeneralSecurityException unloaded) {
            throw new IllegalStateException("key store: not loaded (expected: loaded above)", unloaded);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
        Session used = session;
        try {
            return sign(used, toBeSigned, algorithm);
        } catch (GeneralSecurityException | ProviderException dropped) {
            try {
                return sign(reopened(used), toBeSigned, algorithm);
            } catch (GeneralSecurityException | ProviderException lost) {
                throw new SigningException(
                        "key of " + certificate().getSubjectX500Principal() + ": cannot sign with " + algorithm + ", "
                                + reason(lost) + " (expected: its token, and an algorithm of its kind)",
                        lost);
            }
        }
    }

    /** Whoever comes first logs in again; the others take what he got. Another token in its place is not this key. */
    private synchronized Session reopened(Session dropped) throws SigningException {
        if (session.number() == dropped.number()) {
            Session found = login(token, pin, dropped.number() + 1);
            X509Certificate now = found.chain().getFirst();
            if (!now.equals(dropped.chain().getFirst())) {
                throw new SigningException(
                        "PKCS#11 " + token + ": certificate of " + now.getSubjectX500Principal() + " (expected: "
                                + certificate().getSubjectX500Principal() + " as before)",
                        null);
            }
            session = found;
        }
        return session;
    }

    private static byte[] sign(Session session, byte[] toBeSigned, SignatureAlgorithm algorithm)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.jdkName(), session.provider());
        if (algorithm == SignatureAlgorithm.RSA_PSS_SHA256) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(session.key());
        signature.update(toBeSigned);
        return signature.sign();
    }

    @Override
    public X509Certificate certificate() {
        return session.chain().getFirst();
    }

    @Override
    public List<X509Certificate> chain() {
        return session.chain();
    }

    /** Subject and token; never the PIN. */
    @Override
    public String toString() {
        return "Pkcs11SigningKey[" + certificate().getSubjectX500Principal() + ", " + token + "]";
    }
}
