package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.signature.cms.CmsFixture.CONTENT;
import static vn.lienthong.gateway.signature.cms.CmsFixture.FILE;
import static vn.lienthong.gateway.signature.cms.CmsFixture.signed;
import static vn.lienthong.gateway.signature.cms.CmsFixture.verify;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.Tokens;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.CmsFixture.By;

/** Where a stranger leaves out what every reader expects: nothing stops, and what signs nothing is no broken signature. */
class CmsEmptyTest {
    private static final By RSA =
            new By(DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD), "SHA256WITHRSA");
    private static final byte[] CMS = signed(true, RSA);
    private static final byte[] DETACHED = signed(false, RSA);
    private static final DERSequence NONE = new DERSequence();

    private static Named<byte[]> reference(String name, ASN1Encodable value) {
        return Named.of(name, CmsSurgery.attributes(CMS, all -> {
            all.replaceAll(one -> one.getAttrType().equals(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                    ? new Attribute(one.getAttrType(), new DERSet(value))
                    : one);
            return all;
        }));
    }

    private static List<Named<byte[]>> references() {
        DERSequence algorithm = new DERSequence(NISTObjectIdentifiers.id_sha256);
        return List.of(
                reference("empty", NONE),
                reference("no identifier", new DERSequence(NONE)),
                reference("an identifier of nothing", new DERSequence(new DERSequence(NONE))),
                reference("no digest", new DERSequence(new DERSequence(new DERSequence(algorithm)))));
    }

    @ParameterizedTest
    @MethodSource("references")
    void aReferenceOfNothingFails(byte[] cms) {
        VerifySeal seals = new VerifySeal(
                DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());

        for (SignatureReport report : List.of(verify(cms), seals.verify("a", cms, CONTENT, DevTrust.NOW))) {
            assertThat(report.overall()).isEqualTo(Indication.TOTAL_FAILED);
            assertThat(report.allFindings()).extracting(Finding::code).doesNotContain(ErrorCode.INTERNAL);
        }
    }

    @Test
    void anAttributeWithoutATokenHoldsNone() throws CmsException {
        DERSequence attribute =
                new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(CheckTimestamp.TOKEN), new DERSet()});
        byte[] cms = CmsSurgery.signer(CMS, parts -> {
            parts.add(new DERTaggedObject(false, 1, new DERSet(attribute)));
            return parts;
        });

        assertThat(NamedSigner.timestamp(CmsSignature.read(cms))).isEmpty();
        assertThat(verify(cms).overall()).isEqualTo(Indication.TOTAL_PASSED);
    }

    /** A token whose imprint has no parts. */
    private static byte[] withoutImprint() {
        return CmsSurgery.data(Tokens.over(Sha256.of(CONTENT), DevTrust.pki()), parts -> {
            List<ASN1Encodable> content = CmsSurgery.parts(parts.get(2));
            byte[] info = ASN1OctetString.getInstance(
                            ASN1TaggedObject.getInstance(content.get(1)).getExplicitBaseObject())
                    .getOctets();
            List<ASN1Encodable> inside = CmsSurgery.parts(CmsSurgery.read(info));
            inside.set(2, NONE);
            byte[] changed = CmsSurgery.encoded(CmsSurgery.sequence(inside));
            content.set(1, new DERTaggedObject(true, 0, new DEROctetString(changed)));
            parts.set(2, CmsSurgery.sequence(content));
            return parts;
        });
    }

    @Test
    void aTokenWithoutImprintIsNone() {
        VerifyTimestamp tokens = new VerifyTimestamp(
                DevTrust.stores(DevTrust.pki()), DevTrust.lists(DevTrust.pki()), ValidationPolicy.standard());

        assertThatThrownBy(() -> tokens.verify(withoutImprint(), CONTENT, DevTrust.NOW))
                .isInstanceOf(CmsException.class)
                .hasMessageContaining("messageImprint");
    }

    /** RFC 5652 §5.1: certificates alone, as authorities hand out their chains. */
    @Test
    void certificatesAloneAreNoSignature() {
        byte[] certificates = CmsSurgery.signers(DETACHED, all -> new ArrayList<>());

        assertThat(verify(certificates).presence()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(verify(certificates, FILE).presence()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(verify(CmsSurgery.signers(CMS, all -> new ArrayList<>())).presence())
                .as("with content that somebody should have signed")
                .isEqualTo(Presence.BROKEN);
    }

    @Test
    void aTimestampAloneIsNoSignature() {
        byte[] token = Tokens.over(Sha256.of(CONTENT), DevTrust.pki());

        assertThat(verify(token).presence()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(verify(token, FILE).presence()).isEqualTo(Presence.NOT_APPLICABLE);
    }
}
