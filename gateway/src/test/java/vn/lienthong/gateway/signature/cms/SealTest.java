package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.BERTaggedObject;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** Sealing and unsealing bytes, and the attacks on CMS that a strict reader refuses. */
class SealTest {
    private static final byte[] CONTENT = "Biên nhận văn bản".getBytes(StandardCharsets.UTF_8);
    private static final SigningKey KEY = DevTrust.seal(Fate.GOOD);

    private static final VerifySeal VERIFIER = new VerifySeal(
            DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());

    private static SignatureReport verify(byte[] cms, byte[] content) {
        return VERIFIER.verify("receipt", cms, content, DevTrust.NOW);
    }

    private static byte[] detached() throws SigningException {
        return new SealBytes(KEY).detached(CONTENT, DevTrust.NOW);
    }

    @Test
    void attachedAndDetachedPass() throws SigningException {
        for (byte[] cms : List.of(detached(), new SealBytes(KEY).attached(CONTENT, DevTrust.NOW))) {
            SignatureReport report = verify(cms, CONTENT);
            assertThat(report.allFindings()).isEmpty();
            assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.verdicts().getFirst().facts().time().claimed()).contains(DevTrust.NOW);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"RSA_SHA256", "RSA_PSS_SHA256"})
    void everyRsaSchemePasses(SignatureAlgorithm algorithm) throws SigningException {
        CmsDraft draft = CmsDraft.of(Sha256.of(CONTENT), KEY.chain(), algorithm, Optional.empty());

        SignatureReport report = verify(draft.complete(KEY.sign(draft.toBeSigned(), algorithm)), CONTENT);

        assertThat(report.overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void otherContentFails() throws SigningException {
        byte[] other = "Biên nhận khác".getBytes(StandardCharsets.UTF_8);

        assertThat(verify(detached(), other).verdicts().getFirst().subIndication())
                .contains(SubIndication.HASH_FAILURE);
        assertThat(verify(new SealBytes(KEY).attached(CONTENT, DevTrust.NOW), other)
                        .presence())
                .isEqualTo(Presence.BROKEN);
    }

    @Test
    void everyFlippedByteIsNoticed() throws SigningException {
        byte[] cms = detached();
        for (int at = 0; at < cms.length; at++) {
            byte[] changed = cms.clone();
            changed[at] ^= 1;
            SignatureReport report = verify(changed, CONTENT);
            // The enclosed authority and version numbers are not signed: a change there may pass, and changes nothing.
            if (report.overall() == Indication.TOTAL_PASSED) {
                assertThat(report.verdicts()
                                .getFirst()
                                .facts()
                                .signer()
                                .orElseThrow()
                                .certificate())
                        .isEqualTo(verify(cms, CONTENT)
                                .verdicts()
                                .getFirst()
                                .facts()
                                .signer()
                                .orElseThrow()
                                .certificate());
            }
        }
    }

    @Test
    void bytesBehindTheValueAreRefused() throws SigningException {
        byte[] cms = detached();

        assertThat(verify(Arrays.copyOf(cms, cms.length + 1), CONTENT).presence())
                .isEqualTo(Presence.BROKEN);
        assertThat(verify(Arrays.copyOf(cms, cms.length - 1), CONTENT).presence())
                .isEqualTo(Presence.BROKEN);
        assertThat(verify(new byte[0], CONTENT).presence()).isEqualTo(Presence.BROKEN);
    }

    @Test
    void anotherCertificateInItsPlaceIsNoSigner() throws SigningException, IOException {
        SignedData data = data(detached());
        ASN1Set other = new DERSet(Certificate.getInstance(encoded(DevTrust.official("Kẻ Khác"))));

        SignatureReport report = verify(encode(with(data, other, data.getSignerInfos())), CONTENT);

        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.NO_SIGNING_CERTIFICATE_FOUND);
    }

    @Test
    void twoSignersOrNoneAreRefused() throws SigningException, IOException {
        SignedData data = data(detached());
        ASN1Encodable signer = data.getSignerInfos().getObjectAt(0);
        ASN1EncodableVector two = new ASN1EncodableVector();
        two.add(signer);
        two.add(data(new SealBytes(DevTrust.official("Kẻ Khác")).detached(CONTENT, DevTrust.NOW))
                .getSignerInfos()
                .getObjectAt(0));

        assertThat(verify(encode(with(data, data.getCertificates(), new DERSet(two))), CONTENT)
                        .presence())
                .isEqualTo(Presence.BROKEN);
        assertThat(verify(encode(with(data, data.getCertificates(), new DERSet())), CONTENT)
                        .presence())
                .isEqualTo(Presence.BROKEN);
    }

    @Test
    void unsignedAttributesAloneAreRefused() throws SigningException, IOException {
        SignedData data = data(detached());
        SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        SignerInfo bare = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                (ASN1Set) null,
                signer.getDigestEncryptionAlgorithm(),
                signer.getEncryptedDigest(),
                (ASN1Set) null);

        assertThat(verify(encode(with(data, data.getCertificates(), new DERSet(bare))), CONTENT)
                        .presence())
                .isEqualTo(Presence.BROKEN);
    }

    @Test
    void berIsReadByTheSameRules() throws SigningException, IOException {
        SignedData data = data(detached());
        byte[] ber = new BERSequence(
                        new ASN1Encodable[] {CMSObjectIdentifiers.signedData, new BERTaggedObject(true, 0, data)})
                .getEncoded(ASN1Encoding.BER);

        assertThat(ber[1]).isEqualTo((byte) 0x80);
        assertThat(verify(ber, CONTENT).overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    private static SignedData data(byte[] cms) {
        return SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
    }

    private static SignedData with(SignedData data, ASN1Set certificates, ASN1Set signers) {
        return new SignedData(data.getDigestAlgorithms(), data.getEncapContentInfo(), certificates, null, signers);
    }

    private static byte[] encode(SignedData data) throws IOException {
        return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
    }

    private static byte[] encoded(SigningKey key) {
        try {
            return key.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException fault) {
            throw new AssertionError(fault);
        }
    }
}
