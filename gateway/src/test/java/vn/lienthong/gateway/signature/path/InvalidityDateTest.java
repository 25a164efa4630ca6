package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.RevocationWord;

/** Lists and answers tell since when a key is in doubt, and which of them said so. */
final class InvalidityDateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant REVOKED = NOW.minus(Duration.ofDays(2));
    private static final Instant IN_DOUBT = NOW.minus(Duration.ofDays(9));

    private final SmallAuthority authority = new SmallAuthority("Cơ quan Thử", NOW);
    private final X509Certificate leaf = authority.leaf();

    private static Extensions extension(ASN1Encodable value) throws Exception {
        ExtensionsGenerator all = new ExtensionsGenerator();
        all.addExtension(Extension.reasonCode, false, CRLReason.lookup(CRLReason.keyCompromise));
        all.addExtension(Extension.invalidityDate, false, value);
        return all.generate();
    }

    private byte[] list(ASN1Encodable invalidity) throws Exception {
        X509v2CRLBuilder list = new JcaX509v2CRLBuilder(authority.certificate(), Date.from(NOW));
        list.setNextUpdate(Date.from(TOMORROW));
        list.addCRLEntry(leaf.getSerialNumber(), Date.from(REVOKED), extension(invalidity));
        list.addCRLEntry(BigInteger.TWO, Date.from(REVOKED), CRLReason.superseded);
        return list.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .build(authority.itself().key()))
                .getEncoded();
    }

    private byte[] answer(ASN1Encodable invalidity) throws Exception {
        CertificateID about = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(authority.certificate()),
                leaf.getSerialNumber());
        BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(
                new RespID(new JcaX509CertificateHolder(authority.certificate()).getSubject()));
        answer.addResponse(
                about,
                new RevokedStatus(Date.from(REVOKED), CRLReason.keyCompromise),
                Date.from(NOW),
                Date.from(TOMORROW),
                extension(invalidity));
        return new OCSPRespBuilder()
                .build(
                        OCSPRespBuilder.SUCCESSFUL,
                        answer.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(authority.itself().key()),
                                null,
                                Date.from(NOW)))
                .getEncoded();
    }

    private RevocationAnswer.Revoked listed(byte[] list) throws Exception {
        CrlCache cache = new CrlCache(authority.stores(), new MemoryCrlStore(), Duration.ofMinutes(5));
        cache.add(list);
        return (RevocationAnswer.Revoked) cache.ask(leaf, authority.certificate(), NOW);
    }

    @Test
    void aListTellsIt() throws Exception {
        byte[] list = list(new ASN1GeneralizedTime(Date.from(IN_DOUBT)));
        RevocationAnswer.Revoked said = listed(list);
        assertThat(said.at()).isEqualTo(REVOKED);
        assertThat(said.invalidFrom()).contains(IN_DOUBT);
        assertThat(said.unsafeFrom()).isEqualTo(IN_DOUBT);
        assertThat(said.word())
                .contains(new RevocationWord(
                        authority.certificate().getSubjectX500Principal().getName(),
                        NOW,
                        Optional.of(TOMORROW),
                        Sha256.of(list)));
    }

    @Test
    void oneThatIsNoDateSaysNothing() throws Exception {
        RevocationAnswer.Revoked said = listed(list(new DERUTF8String("hôm qua")));
        assertThat(said.invalidFrom()).isEmpty();
        assertThat(said.unsafeFrom()).isEqualTo(REVOKED);
    }

    @Test
    void anAnswerTellsIt() throws Exception {
        byte[] der = answer(new ASN1GeneralizedTime(Date.from(IN_DOUBT)));
        OcspAnswer answer = ReadOcsp.checked(der, authority.certificate()).orElseThrow();
        OcspAnswer.Single single = answer.of(leaf.getSerialNumber()).orElseThrow();
        assertThat(single.revoked()).isEqualTo(new RevocationList.Entry(REVOKED, "KEY_COMPROMISE", IN_DOUBT));
        assertThat(single.word(answer.responder(), answer.digest()).digest()).isEqualTo(Sha256.of(der));
        OcspAnswer vague = ReadOcsp.checked(answer(new DERUTF8String("hôm qua")), authority.certificate())
                .orElseThrow();
        assertThat(vague.of(leaf.getSerialNumber()).orElseThrow().revoked())
                .isEqualTo(new RevocationList.Entry(REVOKED, "KEY_COMPROMISE", null));
    }
}
