package vn.lienthong.routes.command.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.key.Pkcs12SigningKey;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.Signed;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.AddProof;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** One question to the key for many; a fault stops one file and no more; what somebody else wrote meanwhile stays. */
class SignBatchTest {
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final DevIdentity IDENTITY = DevelopmentPki.create(new DevelopmentPki.Settings(
                    NOW.minusSeconds(600), URI.create("http://127.0.0.1:9"), KeyAlgorithm.EC_P256))
            .sealOf("H53.10", "Sở Nội vụ", Fate.GOOD);
    private static final SigningKey KEY = Pkcs12SigningKey.of(IDENTITY.key(), IDENTITY.chain());

    @TempDir
    private Path folder = Path.of("");

    private final List<SignOutcome> outcomes = new ArrayList<>();

    @BeforeEach
    void lay() throws IOException {
        for (String name : List.of("a.pdf", "b.pdf", "c.pdf")) {
            Files.write(
                    folder.resolve(name),
                    new MakeOfficialLetter().make(OfficialLetter.of("Sở Nội vụ", "12/SNV-VP", "Thử chữ ký số", NOW)));
        }
        Files.createDirectory(folder.resolve("out"));
    }

    private boolean sign(SigningKey key, Optional<FormOptions.Chosen> form) throws Exception {
        SignFiles files = new SignFiles(key, form, new SignFiles.Words("Sở Nội vụ", "Ban hành"), Proofs.NONE);
        List<SignJob> jobs = new PlanJobs(folder.resolve("out"), Optional.empty()).each(List.of(folder));
        return new SignBatch(key, files, new ReleaseFile(false), CLOCK, job -> {}, outcomes::add).sign(jobs);
    }

    private List<SignOutcome.State> states() {
        return outcomes.stream().map(SignOutcome::state).toList();
    }

    private List<String> signed() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    /** The real key, that can be told what to do with one of many. */
    private static class Told implements SigningKey {
        private int questions;

        Signed each(int ignored, byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
            return new Signed.Value(KEY.sign(toBeSigned, algorithm));
        }

        @Override
        public byte[] sign(byte[] toBeSigned, SignatureAlgorithm algorithm) {
            throw new AssertionError("asked for one (expected: for all together)");
        }

        @Override
        public List<Signed> signAll(List<byte[]> toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
            questions++;
            List<Signed> all = new ArrayList<>();
            for (int i = 0; i < toBeSigned.size(); i++) {
                all.add(each(i, toBeSigned.get(i), algorithm));
            }
            return all;
        }

        @Override
        public X509Certificate certificate() {
            return KEY.certificate();
        }

        @Override
        public List<X509Certificate> chain() {
            return KEY.chain();
        }
    }

    @Test
    void oneQuestionToTheKeySignsAll() throws Exception {
        Told key = new Told();
        assertThat(sign(key, Optional.empty())).isTrue();
        assertThat(key.questions).isEqualTo(1);
        assertThat(signed()).containsExactly("a.pdf", "b.pdf", "c.pdf");
    }

    @Test
    void aValueThatIsWrongStopsItsOwnFileAlone() throws Exception {
        Told key = new Told() {
            @Override
            Signed each(int number, byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
                return switch (number) {
                    case 0 -> new Signed.Failed(new SigningException("a value that is wrong", null));
                    case 1 -> super.each(number, "another".getBytes(StandardCharsets.UTF_8), algorithm);
                    default -> super.each(number, toBeSigned, algorithm);
                };
            }
        };
        assertThat(sign(key, Optional.empty())).isTrue();
        assertThat(states())
                .containsExactly(SignOutcome.State.KEY_FAILED, SignOutcome.State.REFUSED, SignOutcome.State.SIGNED);
        assertThat(signed()).containsExactly("c.pdf");
    }

    @Test
    void aLibraryThatFailsIsTheKeysFault() throws Exception {
        Told key = new Told() {
            @Override
            Signed each(int number, byte[] toBeSigned, SignatureAlgorithm algorithm) {
                throw new IllegalArgumentException("CKR_DEVICE_ERROR");
            }
        };
        assertThat(sign(key, Optional.empty())).isFalse();
        assertThat(states()).containsOnly(SignOutcome.State.KEY_FAILED).hasSize(3);
        assertThat(outcomes.getFirst().why().orElseThrow()).contains("khóa", "CKR_DEVICE_ERROR");
        assertThat(signed()).isEmpty();
    }

    @Test
    void whatTheDrawingStumblesOverIsThatFilesFault() throws Exception {
        assertThat(sign(new Told(), Optional.of(pdf -> {
                    throw new IllegalStateException("glyph");
                })))
                .isTrue();
        assertThat(states()).containsOnly(SignOutcome.State.REFUSED).hasSize(3);
        assertThat(outcomes.getFirst().why().orElseThrow()).contains("a.pdf", "glyph");
    }

    @Test
    void whereTimestampsAreWantedNoMoreWorkThanTheAuthorityBears() {
        assertThat(batch(LastingLevel.B).threads(16)).isEqualTo(16);
        assertThat(batch(LastingLevel.T).threads(16)).isEqualTo(4);
        assertThat(batch(LastingLevel.LT).threads(1)).isEqualTo(2);
    }

    private SignBatch batch(LastingLevel level) {
        SignFiles files = new SignFiles(
                KEY,
                Optional.empty(),
                new SignFiles.Words("Sở Nội vụ", "Ban hành"),
                new Proofs(level, AddProof.NONE, Optional.empty()));
        return new SignBatch(KEY, files, new ReleaseFile(false), CLOCK, job -> {}, outcomes::add);
    }

    @Test
    void oneFileThatTakesTooMuchDoesNotStopTheOthers() throws Exception {
        List<Integer> drawn = new ArrayList<>();
        assertThat(sign(new Told(), Optional.of(pdf -> {
                    synchronized (drawn) {
                        drawn.add(pdf.length);
                    }
                    throw new OutOfMemoryError("Java heap space");
                })))
                .isTrue();
        assertThat(drawn).hasSize(3);
        assertThat(states()).containsOnly(SignOutcome.State.REFUSED).hasSize(3);
        assertThat(outcomes.getFirst().why().orElseThrow()).contains("a.pdf", "Java heap space");
    }

    @Test
    void aTargetThatAppearedMeanwhileStays() throws Exception {
        Path theirs = folder.resolve("out/b.pdf");
        Told key = new Told() {
            @Override
            Signed each(int number, byte[] toBeSigned, SignatureAlgorithm algorithm) throws SigningException {
                try {
                    Files.writeString(theirs, "của người khác");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return super.each(number, toBeSigned, algorithm);
            }
        };
        assertThat(sign(key, Optional.empty())).isTrue();
        assertThat(states())
                .containsExactly(SignOutcome.State.SIGNED, SignOutcome.State.REFUSED, SignOutcome.State.SIGNED);
        assertThat(theirs).hasContent("của người khác");
        assertThat(signed()).containsExactly("a.pdf", "b.pdf", "c.pdf");
    }
}
