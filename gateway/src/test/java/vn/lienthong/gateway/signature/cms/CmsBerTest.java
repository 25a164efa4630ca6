package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.cms.CmsFixture.CONTENT;
import static vn.lienthong.gateway.signature.cms.CmsFixture.signed;
import static vn.lienthong.gateway.signature.cms.CmsFixture.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BEROctetString;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.cms.CmsFixture.By;

/** BER as streaming signers write it, and what a nesting or a flood of a stranger's may cost; contents too large to hold. */
class CmsBerTest {
    private static final DevIdentity SEAL = DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
    private static final By RSA = new By(SEAL, "SHA256WITHRSA");

    /** Indefinite lengths all the way down to a content in pieces. */
    private static byte[] streamed(byte[] cms) throws IOException {
        List<ASN1Encodable> info = CmsSurgery.parts(CmsSurgery.read(cms));
        List<ASN1Encodable> data =
                CmsSurgery.parts(ASN1TaggedObject.getInstance(info.get(1)).getExplicitBaseObject());
        ASN1OctetString pieces = new BEROctetString(new ASN1OctetString[] {
            new DEROctetString(Arrays.copyOf(CONTENT, 5)),
            new DEROctetString(Arrays.copyOfRange(CONTENT, 5, CONTENT.length))
        });
        data.set(2, new BERSequence(new ASN1Encodable[] {
            CmsSurgery.parts(data.get(2)).getFirst(), new BERTaggedObject(true, 0, pieces)
        }));
        return new BERSequence(new ASN1Encodable[] {
                    info.getFirst(), new BERTaggedObject(true, 0, new BERSequence(data.toArray(new ASN1Encodable[0])))
                })
                .getEncoded(ASN1Encoding.BER);
    }

    @Test
    void streamedSignaturesPass() throws IOException {
        byte[] ber = streamed(signed(true, RSA));

        assertThat(ber[1]).isEqualTo((byte) 0x80);
        assertThat(verify(ber).overall()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verify(Arrays.copyOf(ber, ber.length + 2)).presence()).isEqualTo(Presence.BROKEN);
        assertThat(verify(Arrays.copyOf(ber, ber.length - 2)).presence()).isEqualTo(Presence.BROKEN);
    }

    @Test
    void everyLengthOfAStreamedOneIsAnswered() throws IOException {
        byte[] ber = streamed(signed(true, RSA));
        for (int length = 16; length < ber.length; length += 7) {
            assertThat(verify(Arrays.copyOf(ber, length)).presence()).isEqualTo(Presence.BROKEN);
        }
    }

    /** The beginning of SignedData in BER, and then whatever. */
    private static byte[] after(byte[] rest) {
        byte[] head = {0x30, (byte) 0x80, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0xd, 1, 7, 2};
        byte[] both = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, both, head.length, rest.length);
        return both;
    }

    @Test
    void nestingAndFloodingAreRefusedBeforeAnythingIsBuilt() {
        byte[] deep = new byte[2_000_000];
        byte[] flood = new byte[2_000_000];
        for (int at = 0; at < deep.length; at += 2) {
            deep[at] = 0x30;
            deep[at + 1] = (byte) 0x80;
            flood[at] = 5;
        }
        byte[] endless = {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};

        for (byte[] rest : List.of(deep, flood, endless, new byte[] {(byte) 0x1f, 1}, new byte[0])) {
            SignatureReport report = verify(after(rest));
            assertThat(report.presence()).isEqualTo(Presence.BROKEN);
            assertThat(report.findings().getFirst().text()).startsWith("BER");
        }
    }

    @Test
    void largeContentIsReadOnceForAllSigners() throws IOException {
        long bytes = 32L << 20;
        AtomicInteger opened = new AtomicInteger();
        SignedFile large = SignedFile.of("congvan.pdf", bytes, () -> {
            opened.incrementAndGet();
            return new Zeros(bytes);
        });
        byte[] cms = signed(false, RSA, new By(SEAL, "SHA512WITHRSA"), new By(SEAL, "SHA3-256WITHRSA"));

        SignatureReport report = verify(cms, large);

        assertThat(report.verdicts()).hasSize(3).allMatch(one -> one.indication() == Indication.TOTAL_FAILED);
        assertThat(opened).hasValue(1);
        assertThat(verify(
                                new VerifyCms(
                                        DevTrust.stores(DevTrust.pki()),
                                        DevTrust.lists(DevTrust.pki()),
                                        vn.lienthong.gateway.signature.ValidationPolicy.standard(),
                                        new CmsLimits(1 << 20, 1 << 20, 1000, bytes - 1, 5, 5)),
                                cms,
                                large)
                        .presence())
                .isEqualTo(Presence.NOT_CHECKED);
    }

    /** That many zeros. */
    static final class Zeros extends InputStream {
        private long left;

        Zeros(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(left, length);
            Arrays.fill(into, from, from + count, (byte) 0);
            left -= count;
            return count;
        }
    }
}
