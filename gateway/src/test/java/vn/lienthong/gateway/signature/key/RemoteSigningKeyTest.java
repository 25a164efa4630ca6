package vn.lienthong.gateway.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;

/** A signing service is believed in nothing that can be checked. */
class RemoteSigningKeyTest {
    private static final DevIdentity IDENTITY = DevelopmentPki.create(new DevelopmentPki.Settings(
                    Instant.parse("2026-11-02T03:00:00Z"), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256))
            .sealOf("H57.25", "UBND xã", Fate.GOOD);
    private static final SignatureAlgorithm ECDSA = SignatureAlgorithm.ECDSA_SHA256;

    private final List<Integer> authorised = new ArrayList<>();
    private UnaryOperator<List<byte[]>> onTheWay = values -> values;
    private @Nullable Integer failsAt;
    private String failure = "signing service: gone (expected: an answer)";

    /** Signs digests as a service does. */
    private final RemoteSigner service = new RemoteSigner() {
        @Override
        public Credential credential() {
            return new Credential(IDENTITY.chain(), Set.of(ECDSA), 2);
        }

        @Override
        public List<byte[]> sign(List<Sha256> digests, SignatureAlgorithm algorithm) throws SigningException {
            authorised.add(digests.size());
            if (failsAt != null && authorised.size() == failsAt) {
                throw new SigningException(failure, null);
            }
            List<byte[]> values = new ArrayList<>();
            for (Sha256 digest : digests) {
                values.add(raw(digest.bytes()));
            }
            return onTheWay.apply(values);
        }
    };

    private static byte[] raw(byte[] digest) {
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(IDENTITY.key());
            signature.update(digest);
            return signature.sign();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<byte[]> texts(int count) {
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(("văn bản " + i).getBytes(StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static boolean verifies(byte[] text, byte[] value) throws Exception {
        Signature signature = Signature.getInstance(ECDSA.jdkName());
        signature.initVerify(IDENTITY.chain().getFirst());
        signature.update(text);
        return signature.verify(value);
    }

    @Test
    void manyAreSignedUnderAsFewAuthorisationsAsTheServiceLets() throws Exception {
        List<byte[]> texts = texts(5);
        List<Signed> signed = RemoteSigningKey.open(service).signAll(texts, ECDSA);
        assertThat(authorised).containsExactly(2, 2, 1);
        assertThat(signed).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(signed.get(i)).isInstanceOf(Signed.Value.class);
            assertThat(verifies(texts.get(i), ((Signed.Value) signed.get(i)).bytes()))
                    .as("value " + i)
                    .isTrue();
        }
    }

    @Test
    void valuesInAnotherOrderSignNothing() throws Exception {
        onTheWay = values -> {
            Collections.reverse(values);
            return values;
        };
        assertThat(RemoteSigningKey.open(service).signAll(texts(2), ECDSA))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one)
                        .isInstanceOfSatisfying(Signed.Failed.class, failed -> assertThat(failed.why())
                                .hasMessageContaining("a value that is wrong")));
    }

    @Test
    void oneWrongValueAmongGoodOnesIsOneFailure() throws Exception {
        onTheWay = values -> {
            values.set(1, new byte[] {1, 2, 3});
            return values;
        };
        List<Signed> signed = RemoteSigningKey.open(service).signAll(texts(2), ECDSA);
        assertThat(signed.get(0)).isInstanceOf(Signed.Value.class);
        assertThat(signed.get(1)).isInstanceOf(Signed.Failed.class);
    }

    @Test
    void tooFewValuesAreNoAnswer() throws Exception {
        onTheWay = values -> values.subList(0, 1);
        RemoteSigningKey key = RemoteSigningKey.open(service);
        assertThatThrownBy(() -> key.signAll(texts(2), ECDSA))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("1 values (expected: 2)");
    }

    @Test
    void whatWasSignedBeforeTheServiceWentStaysSigned() throws Exception {
        failsAt = 2;
        List<Signed> signed = RemoteSigningKey.open(service).signAll(texts(3), ECDSA);
        assertThat(signed.subList(0, 2)).allMatch(Signed.Value.class::isInstance);
        assertThat(signed.get(2)).isInstanceOf(Signed.Failed.class);
        failsAt = authorised.size() + 1;
        RemoteSigningKey key = RemoteSigningKey.open(service);
        assertThatThrownBy(() -> key.sign(texts(1).getFirst(), ECDSA)).isInstanceOf(SigningException.class);
    }

    @Test
    void afterAPinThatWasRefusedTheServiceIsNotAskedAgain() throws Exception {
        failsAt = 2;
        failure = "signing service: invalid_pin (expected: the PIN of the key)";
        List<Signed> all = RemoteSigningKey.open(service).signAll(texts(7), ECDSA);
        assertThat(authorised).as("of four groups").containsExactly(2, 2);
        assertThat(all).hasSize(7);
        assertThat(all.subList(0, 2)).hasOnlyElementsOfType(Signed.Value.class);
        assertThat(all.subList(2, 7)).hasOnlyElementsOfType(Signed.Failed.class);
    }

    @Test
    void ecdsaAsTwoNumbersIsReadToo() throws Exception {
        BigInteger order = ((ECPublicKey) IDENTITY.chain().getFirst().getPublicKey())
                .getParams()
                .getOrder();
        onTheWay = values -> {
            try {
                List<byte[]> plain = new ArrayList<>();
                for (byte[] der : values) {
                    BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, der);
                    plain.add(PlainDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]));
                }
                return plain;
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        };
        byte[] text = texts(1).getFirst();
        assertThat(verifies(text, RemoteSigningKey.open(service).sign(text, ECDSA)))
                .isTrue();
    }

    @Test
    void anAlgorithmThatTheKeyDoesNotOfferIsNotAskedFor() throws Exception {
        RemoteSigningKey key = RemoteSigningKey.open(service);
        assertThatThrownBy(() -> key.sign(texts(1).getFirst(), SignatureAlgorithm.RSA_PSS_SHA256))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("expected: one of [ECDSA_SHA256]");
        assertThat(authorised).isEmpty();
    }
}
