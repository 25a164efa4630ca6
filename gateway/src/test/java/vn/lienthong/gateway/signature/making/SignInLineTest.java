package vn.lienthong.gateway.signature.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.Signed;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** The key is asked by the handful, outcomes come in order, and a key that is lost stops what was not begun. */
class SignInLineTest {
    private final List<Integer> questions = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int lostAt = Integer.MAX_VALUE;
    private int wrongFrom = Integer.MAX_VALUE;
    private int stumblesOver = -1;

    /** Signs by saying so. */
    private final class Saying implements SigningKey {
        @Override
        public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) {
            throw new AssertionError("asked for one (expected: for a handful)");
        }

        @Override
        public List<Signed> signAll(List<byte[]> toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
            questions.add(toBeSigned.size());
            if (questions.size() >= lostAt) {
                throw new SigningException("CKR_TOKEN_NOT_PRESENT", null);
            }
            return toBeSigned.stream().map(this::signed).toList();
        }

        private Signed signed(byte[] number) {
            return Integer.parseInt(new String(number, StandardCharsets.UTF_8)) >= wrongFrom
                    ? new Signed.Failed(new SigningException("a value that is wrong", null))
                    : new Signed.Value(number);
        }

        @Override
        public X509Certificate certificate() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public List<X509Certificate> chain() {
            throw new AssertionError("nobody asks");
        }
    }

    private record Numbered(int number) implements PreparedFile {
        @Override
        public byte[] toBeSigned() {
            return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return SignatureAlgorithm.ECDSA_SHA256;
        }

        @Override
        public byte[] complete(byte[] signatureValue) {
            return signatureValue;
        }
    }

    /** Every tenth is not to be signed. */
    private final class Numbers implements SignInLine.Work<Integer, String> {
        private final long bytes;

        private Numbers(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public long bytes(Integer number) {
            return bytes;
        }

        @Override
        public void begun(Integer number) {}

        @Override
        public SignInLine.Ready<String> prepare(Integer number) {
            if (number == stumblesOver) {
                throw new StackOverflowError("preparing");
            }
            return number % 10 == 0
                    ? new SignInLine.Ready.Over<>(number + " refused")
                    : new SignInLine.Ready.Waiting<>(new Numbered(number));
        }

        @Override
        public String complete(Integer number, PreparedFile prepared, byte[] value) {
            if (number == stumblesOver + 1) {
                throw new OutOfMemoryError("completing");
            }
            return number + " signed " + new String(value, StandardCharsets.UTF_8);
        }

        @Override
        public String failed(Integer number, SigningException why) {
            return number + " failed";
        }

        @Override
        public String notTried(Integer number) {
            return number + " not tried";
        }

        @Override
        public String stumbled(Integer number, Throwable over) {
            return number + " stumbled " + over.getMessage();
        }
    }

    private boolean sign(int count, long bytes) throws InterruptedException {
        return new SignInLine<>(new Saying(), new Numbers(bytes), 2)
                .sign(IntStream.range(1, count + 1).boxed().toList(), told::add);
    }

    @Test
    void eachGetsItsOwnValueInOrder() throws Exception {
        assertThat(sign(40, 1)).isTrue();
        assertThat(questions).containsExactly(15, 14, 7);
        assertThat(told).hasSize(40).startsWith("1 signed 1", "2 signed 2").endsWith("39 signed 39", "40 refused");
        assertThat(told.get(9)).isEqualTo("10 refused");
    }

    @Test
    void aKeyThatIsLostStopsTheRest() throws Exception {
        lostAt = 2;
        assertThat(sign(40, 1)).isFalse();
        assertThat(questions).hasSize(2);
        assertThat(told).hasSize(40);
        assertThat(told.subList(0, 3)).containsExactly("1 signed 1", "2 signed 2", "3 signed 3");
        assertThat(told.get(16)).isEqualTo("17 failed");
        assertThat(told.subList(32, 40)).allMatch(outcome -> outcome.endsWith("not tried"));
    }

    @Test
    void aLastValueThatIsWrongIsItsOwnFilesAndNotTheKeys() throws Exception {
        wrongFrom = 16;
        assertThat(sign(16, 1)).isTrue();
        assertThat(told.getLast()).isEqualTo("16 failed");
        assertThat(told).filteredOn(outcome -> outcome.contains("signed")).hasSize(14);
    }

    @Test
    void aKeyThatGivesNoValueOfAHandfulIsLost() throws Exception {
        wrongFrom = 17;
        assertThat(sign(48, 1)).isFalse();
        assertThat(told).hasSize(48);
        assertThat(told.get(14)).isEqualTo("15 signed 15");
        assertThat(told.get(16)).isEqualTo("17 failed");
        assertThat(told.subList(32, 48)).allMatch(outcome -> outcome.endsWith("not tried"));
    }

    @Test
    void whatOneFileTakesTooMuchForStopsThatFileAlone() throws Exception {
        stumblesOver = 18;
        assertThat(sign(40, 1)).isTrue();
        assertThat(told).hasSize(40);
        assertThat(told.subList(16, 20))
                .containsExactly("17 signed 17", "18 stumbled preparing", "19 stumbled completing", "20 refused");
        assertThat(told.getLast()).isEqualTo("40 refused");
    }

    @Test
    void largeFilesGoByThemselves() throws Exception {
        assertThat(sign(3, 10 << 20)).isTrue();
        assertThat(questions).containsExactly(1, 1, 1);
        assertThat(sign(0, 1)).isTrue();
    }
}
