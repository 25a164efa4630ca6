package vn.lienthong.gateway.signature.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A token that hangs holds nobody for long, takes so many threads and no more, and is used again when it comes back. */
class AnsweringKeyTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final SignatureAlgorithm ECDSA = SignatureAlgorithm.ECDSA_SHA256;

    private final CountDownLatch back = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    /** What a token does with a question. */
    private interface Token {
        byte[] answer() throws SigningException;
    }

    private static SigningKey key(Token token) {
        return new SigningKey() {
            @Override
            public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
                return token.answer();
            }

            @Override
            public X509Certificate certificate() {
                throw new AssertionError("not asked for");
            }

            @Override
            public List<X509Certificate> chain() {
                return List.of();
            }
        };
    }

    private byte[] hang() throws SigningException {
        asked.incrementAndGet();
        try {
            if (!back.await(20, TimeUnit.SECONDS)) {
                throw new SigningException("test: over", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new byte[] {1};
    }

    @Test
    void aTokenThatHangsIsSaidToAndIsUsedAgainWhenItComesBack() throws Exception {
        SigningKey key = new AnsweringKey(key(this::hang), SHORT, 2);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> key.sign(new byte[1], ECDSA))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("no answer");
        }
        assertThat(asked).as("no thread more than may be open").hasValue(2);
        back.countDown();
        SigningKey patient = new AnsweringKey(key(this::hang), Duration.ofSeconds(20), 1);
        assertThat(patient.sign(new byte[1], ECDSA)).containsExactly(1);
        assertThat(patient.sign(new byte[1], ECDSA))
                .as("its place was given back")
                .containsExactly(1);
    }

    @Test
    void whatTheKeySaysIsHandedOn() {
        SigningKey refusing = new AnsweringKey(
                key(() -> {
                    throw new SigningException("key: CKR_PIN_LOCKED", null);
                }),
                Duration.ofSeconds(20),
                1);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> refusing.sign(new byte[1], ECDSA)).hasMessage("key: CKR_PIN_LOCKED");
        }
        SigningKey broken = new AnsweringKey(
                key(() -> {
                    throw new IllegalStateException("library gone");
                }),
                Duration.ofSeconds(20),
                1);
        assertThatThrownBy(() -> broken.sign(new byte[1], ECDSA))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("library gone");
    }
}
