package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Prints what a verification costs beside the bare hashes and signature checks that it needs. Paths are warm. */
@Tag("deep")
class SpeedTest {
    private static final int ROUNDS = 3000;

    @Test
    void printsCpuPerVerification() throws Exception {
        OfficialLetter letter = OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử chữ ký số", DevTrust.NOW);
        byte[] small = new MakeOfficialLetter().make(letter);
        byte[] large = new MakeOfficialLetter().make(letter.filledTo(1 << 20));
        for (int signatures : new int[] {1, 3}) {
            print("small", small, signatures);
            print("packed", new MakeOfficialLetter().makePacked(letter), signatures);
            print("1 MB", large, signatures);
        }
    }

    private static void print(String name, byte[] letter, int signatures) throws Exception {
        byte[] file = letter;
        for (int i = 0; i < signatures; i++) {
            file = PdfFixture.sign(file, i == 1 ? DevTrust.seal(Fate.GOOD) : DevTrust.official("Nguyễn Văn A"));
        }
        byte[] signed = file;
        VerifyPdf verifier = PdfFixture.verifier();
        double ours = microseconds(() -> {
            var report = verifier.verify(name, PdfBytes.of(signed), DevTrust.NOW);
            assertThat(report.overall() == Indication.TOTAL_PASSED).isTrue();
            return report;
        });
        double bare = bare(signed, signatures);
        System.out.printf(
                Locale.ROOT,
                "%s, %d bytes, %d signatures: %.0f µs CPU; bare %.0f µs; ratio %.2f%n",
                name,
                signed.length,
                signatures,
                ours,
                bare,
                ours / bare);
    }

    /** One pass of SHA-256 over the file, and for each signature one RSA check over its attributes. */
    private static double bare(byte[] file, int signatures) throws Exception {
        SigningKey key = DevTrust.seal(Fate.GOOD);
        byte[] attributes = new byte[200];
        byte[] value = sign(key, attributes);
        return microseconds(() -> {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] result = digest.digest(file);
            for (int i = 0; i < signatures; i++) {
                Signature check = Signature.getInstance("SHA256withRSA");
                check.initVerify(key.certificate().getPublicKey());
                check.update(attributes);
                assertThat(check.verify(value)).isTrue();
            }
            return result;
        });
    }

    private static byte[] sign(SigningKey key, byte[] bytes) throws SigningException, GeneralSecurityException {
        return key.sign(bytes, SignatureAlgorithm.RSA_SHA256);
    }

    /** Processor time of this thread per call, best of five. */
    private static double microseconds(Callable<?> call) throws Exception {
        var clock = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        Object last = null;
        for (int run = 0; run < 6; run++) {
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < ROUNDS; i++) {
                last = call.call();
            }
            double each = (clock.getCurrentThreadCpuTime() - start) / 1000.0 / ROUNDS;
            best = Math.min(best, each);
        }
        assertThat(last).isNotNull();
        return best;
    }
}
