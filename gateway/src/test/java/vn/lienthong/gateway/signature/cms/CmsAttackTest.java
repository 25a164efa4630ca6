package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.cms.CmsFixture.CONTENT;
import static vn.lienthong.gateway.signature.cms.CmsFixture.FILE;
import static vn.lienthong.gateway.signature.cms.CmsFixture.signed;
import static vn.lienthong.gateway.signature.cms.CmsFixture.verify;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.cms.CmsFixture.By;

/** The classes of attack on CMS, each with a generator of its own: all refused, while {@link VerifyCmsTest} passes. */
class CmsAttackTest {
    private static final DevIdentity SEAL = DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
    private static final By RSA = new By(SEAL, "SHA256WITHRSA");
    private static final By PSS = new By(SEAL, "SHA256WITHRSAANDMGF1");
    private static final byte[] CMS = signed(true, RSA);
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    private static AlgorithmIdentifier algorithm(ASN1ObjectIdentifier oid) {
        return new AlgorithmIdentifier(oid, DERNull.INSTANCE);
    }

    private static Named<byte[]> attack(String name, byte[] file) {
        return Named.of(name, file);
    }

    private static byte[] pss(AlgorithmIdentifier hash, AlgorithmIdentifier mask, int salt, int trailer) {
        RSASSAPSSparams parameters = new RSASSAPSSparams(
                hash,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, mask),
                new ASN1Integer(salt),
                new ASN1Integer(trailer));
        return CmsSurgery.part(
                signed(true, PSS),
                CmsSurgery.ALGORITHM,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, parameters));
    }

    private static byte[] twice(ASN1ObjectIdentifier type) {
        return CmsSurgery.attributes(CMS, all -> {
            all.addAll(
                    all.stream().filter(one -> one.getAttrType().equals(type)).toList());
            return all;
        });
    }

    private static byte[] certificates(int count) {
        return CmsSurgery.data(CMS, parts -> {
            ASN1Encodable one = ASN1TaggedObject.getInstance(parts.get(3))
                    .getBaseUniversal(false, 17)
                    .toASN1Primitive();
            ASN1Encodable certificate =
                    org.bouncycastle.asn1.ASN1Set.getInstance(one).getObjectAt(0);
            parts.set(
                    3,
                    new DERTaggedObject(
                            false,
                            0,
                            new DERSet(Collections.nCopies(count, certificate).toArray(new ASN1Encodable[0]))));
            return parts;
        });
    }

    /** Broken beyond judging. */
    private static List<Named<byte[]>> broken() {
        UnaryOperator<List<ASN1Encodable>> none = parts -> List.of();
        return List.of(
                attack("bytes behind", Arrays.copyOf(CMS, CMS.length + 1)),
                attack("cut short", Arrays.copyOf(CMS, CMS.length - 1)),
                attack("no signer", CmsSurgery.signers(CMS, none)),
                attack("51 signers", CmsSurgery.signers(CMS, one -> Collections.nCopies(51, one.getFirst()))),
                attack("65 certificates", certificates(65)),
                attack("20000 certificates", certificates(20_000)),
                attack("no signed attributes", CmsSurgery.signer(CMS, parts -> {
                    parts.remove(CmsSurgery.SIGNED);
                    return parts;
                })),
                attack("messageDigest twice", twice(CMSAttributes.messageDigest)),
                attack("contentType twice", twice(CMSAttributes.contentType)),
                attack("certificate reference twice", twice(PKCSObjectIdentifiers.id_aa_signingCertificateV2)),
                attack(
                        "an attribute without type",
                        CmsSurgery.part(
                                CMS, CmsSurgery.SIGNED, new DERTaggedObject(false, 0, new DERSet(new DERSequence())))));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void isBroken(byte[] file) {
        SignatureReport report = verify(file);

        assertThat(report.presence()).as(report.toString()).isEqualTo(Presence.BROKEN);
        assertThat(report.findings()).extracting(Finding::code).containsExactly(ErrorCode.SIGNATURE_BROKEN);
    }

    /** Read, and failed for the reason that its name says. */
    private static List<Named<byte[]>> formatFailures() {
        byte[] otherType = CmsSurgery.attributes(CMS, all -> {
            all.replaceAll(one -> one.getAttrType().equals(CMSAttributes.contentType)
                    ? new Attribute(CMSAttributes.contentType, new DERSet(PKCSObjectIdentifiers.envelopedData))
                    : one);
            return all;
        });
        byte[] twoDigests = CmsSurgery.attributes(CMS, all -> {
            all.replaceAll(one -> one.getAttrType().equals(CMSAttributes.messageDigest)
                    ? new Attribute(CMSAttributes.messageDigest, new DERSet(new ASN1Encodable[] {
                        new DEROctetString(new byte[32]), one.getAttributeValues()[0]
                    }))
                    : one);
            return all;
        });
        return List.of(
                attack("no contentType", CmsSurgery.without(CMS, CMSAttributes.contentType)),
                attack("no messageDigest", CmsSurgery.without(CMS, CMSAttributes.messageDigest)),
                attack("another contentType", otherType),
                attack("two digests", twoDigests),
                attack(
                        "SHA-256 digested, SHA-512 signed",
                        CmsSurgery.part(
                                CMS, CmsSurgery.ALGORITHM, algorithm(PKCSObjectIdentifiers.sha512WithRSAEncryption))),
                attack(
                        "a curve's algorithm with an RSA key",
                        CmsSurgery.part(
                                CMS,
                                CmsSurgery.ALGORITHM,
                                new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2")))),
                attack(
                        "PSS without parameters",
                        CmsSurgery.part(
                                CMS,
                                CmsSurgery.ALGORITHM,
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS))),
                attack(
                        "PSS with another hash",
                        pss(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512), SHA256, 32, 1)),
                attack(
                        "PSS with another mask",
                        pss(SHA256, new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512), 32, 1)),
                attack("PSS with a salt of a megabyte", pss(SHA256, SHA256, 1 << 20, 1)),
                attack("PSS with a negative salt", pss(SHA256, SHA256, -1, 1)),
                attack("PSS with another trailer", pss(SHA256, SHA256, 32, 2)));
    }

    @ParameterizedTest
    @MethodSource("formatFailures")
    void failsByItsForm(byte[] file) {
        assertThat(verify(file).verdicts().getFirst().subIndication()).contains(SubIndication.FORMAT_FAILURE);
    }

    @Test
    void saltOfAnotherLengthIsAnotherSignature() {
        assertThat(verify(pss(SHA256, SHA256, 20, 1)).verdicts().getFirst().subIndication())
                .contains(SubIndication.SIG_CRYPTO_FAILURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1WITHRSA", "MD5WITHRSA"})
    void weakDigestsAreIntactAndNotAccepted(String algorithm) {
        SignatureReport report = verify(signed(true, new By(SEAL, algorithm)));

        assertThat(report.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.INTACT);
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
        assertThat(report.allFindings()).extracting(Finding::code).contains(ErrorCode.SIGNATURE_WEAK_ALGORITHM);
    }

    @Test
    void unknownAlgorithmsAreNamedAndNeitherBelievedNorRefuted() {
        byte[] edwards = CmsSurgery.part(
                CMS, CmsSurgery.ALGORITHM, new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112")));
        byte[] sm3 = CmsSurgery.part(
                CMS,
                CmsSurgery.DIGEST_ALGORITHM,
                new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.156.10197.1.401")));

        for (byte[] file : List.of(edwards, sm3)) {
            SignatureReport report = verify(file);
            assertThat(report.overall()).isEqualTo(Indication.INDETERMINATE);
            assertThat(report.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.NOT_CHECKED);
        }
        assertThat(verify(edwards).allFindings())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("signature algorithm: Ed25519 (1.3.101.112), unknown to us"));
    }

    @Test
    void noFlippedByteChangesWhatPasses() {
        for (int at = 0; at < CMS.length; at += 3) {
            byte[] changed = CMS.clone();
            changed[at] ^= 4;
            SignatureReport report = verify(changed, FILE);
            if (report.overall() == Indication.TOTAL_PASSED) {
                assertThat(report.verdicts()).singleElement().satisfies(verdict -> {
                    assertThat(verdict.facts().integrity()).isEqualTo(Integrity.INTACT);
                    assertThat(verdict.facts().signer().orElseThrow().commonName())
                            .isEqualTo(DevTrust.AGENCY);
                });
            }
        }
    }

    @Test
    void aSignatureMovedOverOtherContentFails() {
        byte[] moved = CmsSurgery.data(CMS, parts -> {
            List<ASN1Encodable> content = CmsSurgery.parts(parts.get(2));
            byte[] other = CONTENT.clone();
            other[0] = 'X';
            content.set(1, new DERTaggedObject(true, 0, new DEROctetString(other)));
            parts.set(2, CmsSurgery.sequence(content));
            return parts;
        });

        assertThat(verify(moved).verdicts().getFirst().subIndication()).contains(SubIndication.HASH_FAILURE);
    }

    @Test
    void certificateSwappedForAnotherOfTheSameNameIsNoSigner() {
        By other =
                new By(DevTrust.pki().official("Kẻ Khác", DevTrust.AGENCY, DevTrust.CODE, Fate.GOOD), RSA.algorithm());
        byte[] foreign = signed(true, other);
        byte[] swapped = CmsSurgery.data(CMS, parts -> {
            CmsSurgery.data(foreign, theirs -> {
                parts.set(3, theirs.get(3));
                return theirs;
            });
            return parts;
        });

        assertThat(verify(swapped).verdicts().getFirst().subIndication())
                .contains(SubIndication.NO_SIGNING_CERTIFICATE_FOUND);
    }
}
