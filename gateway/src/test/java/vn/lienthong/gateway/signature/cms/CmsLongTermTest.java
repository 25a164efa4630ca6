package vn.lienthong.gateway.signature.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.DevTrust.AGENCY;
import static vn.lienthong.gateway.signature.DevTrust.CODE;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.pdf.LongTerm;

/** Signatures that outlive certificates and lists, by what lies beside them (EN 319 122-1 levels B-T, B-LT, B-LTA). */
class CmsLongTermTest {
    private static final Instant YEARS_LATER = NOW.plus(Duration.ofDays(900));
    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(300));
    private static final Moving TIME = new Moving();
    private static final DevelopmentPki PKI = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), TIME);
    private static final DevIdentity SEAL = PKI.sealOf(CODE, AGENCY, Fate.GOOD);
    private static final SignedFile FILE = CmsFixture.FILE;

    private static final class Moving extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void begin() {
        TIME.now = NOW;
    }

    private static byte[] basic(boolean attached) throws SigningException, IOException {
        SignCms sign = new SignCms(DevTrust.key(SEAL));
        return attached ? sign.attached(FILE, NOW) : sign.detached(FILE, NOW);
    }

    private static byte[] timed(byte[] cms) throws CmsException {
        return CmsAddition.withTimestamp(cms, LongTerm.token(Sha256.of(CmsAddition.signatureValue(cms)), PKI));
    }

    private static byte[] archived(byte[] cms) throws CmsException, IOException {
        StampCms stamp = StampCms.prepare(cms, FILE);
        return stamp.complete(LongTerm.token(stamp.digest(), PKI));
    }

    private static byte[] longTerm(boolean attached) throws CmsException, SigningException, IOException {
        return archived(CmsAddition.withEvidence(timed(basic(attached)), LongTerm.lists(PKI)));
    }

    private static SignatureReport verify(byte[] cms, Revocations known, Instant at) throws IOException {
        return new VerifyCms(DevTrust.stores(PKI), known, ValidationPolicy.standard(), CmsLimits.standard())
                .verify(SignedFile.of("congvan.pdf.p7s", cms), List.of(FILE), at);
    }

    private static CrlCache yearsLater() {
        return lists(YEARS_LATER);
    }

    private static CrlCache lists(Instant at) {
        TIME.now = at;
        CrlCache cache = DevTrust.empty(PKI);
        try {
            for (X509CRL list : PKI.crls()) {
                cache.add(list.getEncoded());
            }
            return cache;
        } catch (CRLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void attachedAndDetachedOutliveTheirCertificate() throws Exception {
        for (boolean attached : new boolean[] {true, false}) {
            TIME.now = NOW;
            SignatureReport report = verify(longTerm(attached), yearsLater(), YEARS_LATER);

            assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.timestamps()).singleElement().matches(DocumentTimestamp::proven);
            assertThat(report.verdicts().getFirst().facts().time().used()).isEqualTo(NOW);
            assertThat(report.allFindings()).isEmpty();
        }
    }

    @Test
    void withoutATimestampNothingProvesThatItIsOlder() throws Exception {
        byte[] basic = basic(false);

        assertThat(verify(basic, yearsLater(), YEARS_LATER)
                        .verdicts()
                        .getFirst()
                        .subIndication())
                .contains(SubIndication.OUT_OF_BOUNDS_NO_POE);
    }

    @Test
    void revokedAfterTheSignaturesTimestampIsNoObjectionRevokedWithoutOneIs() throws Exception {
        DevIdentity seal = PKI.sealOf(CODE, "Sở Tài chính", Fate.GOOD);
        byte[] bare = new SignCms(DevTrust.key(seal)).detached(FILE, NOW);
        byte[] timed = timed(bare);
        PKI.revoke(seal, NOW.plus(Duration.ofDays(30)));
        Instant then = NOW.plus(Duration.ofDays(40));
        CrlCache today = lists(then);

        SignatureReport report = verify(timed, today, then);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().time().timestampProven())
                .isTrue();
        assertThat(verify(bare, today, then).verdicts().getFirst().subIndication())
                .contains(SubIndication.REVOKED_NO_POE);
    }

    @Test
    void theLastTimestampIsNotProvenByEvidenceOfItsOwnTime() throws Exception {
        SignatureReport report = verify(longTerm(false), Revocations.none(), NEXT_YEAR);

        assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.TRY_LATER);
    }

    /** Which version 2 is over is disputed (TS 101 733 §6.4.1): it is told of, and lends the signature no time. */
    @Test
    void anOlderArchiveTimestampIsNamedAndProvesNothing() throws Exception {
        byte[] basic = basic(false);
        byte[] old = renamed(timed(basic), (byte) 0x0e, (byte) 0x30);

        SignatureReport now = verify(old, lists(NOW), NOW);
        assertThat(now.overall()).as("as without it").isEqualTo(Indication.TOTAL_PASSED);
        assertThat(now.timestamps())
                .singleElement()
                .matches(stamp -> !stamp.proven())
                .matches(stamp -> stamp.field().equals("archive timestamp, version 2, claimed"));
        assertThat(now.allFindings()).singleElement().satisfies(finding -> assertThat(finding.text())
                .contains("version 2, not judged"));
        assertThat(verify(old, yearsLater(), YEARS_LATER).verdicts().getFirst().subIndication())
                .contains(SubIndication.OUT_OF_BOUNDS_NO_POE);
    }

    /** A timestamp under another attribute's name: 1.2.840.113549.1.9.16.2.n. */
    private static byte[] renamed(byte[] cms, byte from, byte to) {
        String arc = "*\u0086H\u0086\u00f7\r\u0001\t\u0010\u0002";
        int at = new String(cms, StandardCharsets.ISO_8859_1).indexOf(arc + (char) from);
        assertThat(at).isPositive();
        byte[] renamed = cms.clone();
        renamed[at + arc.length()] = to;
        return renamed;
    }

    @Test
    void answersOfResponderAreAsGoodAsLists() throws Exception {
        byte[] file = archived(CmsAddition.withEvidence(
                timed(basic(false)), LongTerm.answers(PKI, SEAL.certificate(), PKI.timestampCertificate())));

        SignatureReport report = verify(file, yearsLater(), YEARS_LATER);

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts().getFirst().facts().revocation().source()).startsWith("OCSP of ");
    }

    @Test
    void aRenewedTimestampProvesTheEarlierOne() throws Exception {
        byte[] first = longTerm(false);
        TIME.now = NEXT_YEAR;
        byte[] renewed = archived(CmsAddition.withEvidence(first, LongTerm.lists(PKI)));

        SignatureReport report = verify(renewed, yearsLater(), YEARS_LATER);

        assertThat(report.timestamps()).extracting(DocumentTimestamp::time).containsExactly(NOW, NEXT_YEAR);
        assertThat(report.timestamps()).allMatch(DocumentTimestamp::proven);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void whatWasTakenOutVoidsTheTimestampAndWhatWasAddedDoesNot() throws Exception {
        byte[] file = archived(CmsAddition.withEvidence(basic(false), LongTerm.lists(PKI)));
        byte[] taken = CmsSurgery.data(file, parts -> {
            parts.removeIf(part -> CmsSurgery.encoded(part)[0] == (byte) 0xa1);
            return parts;
        });
        byte[] added = CmsAddition.with(file, "1.3.6.1.4.1.99999.1", new byte[] {1});

        CrlCache known = yearsLater();
        assertThat(verify(added, known, YEARS_LATER).overall()).isEqualTo(Indication.TOTAL_PASSED);
        SignatureReport report = verify(taken, known, YEARS_LATER);
        assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
        assertThat(report.verdicts().getFirst().subIndication()).contains(SubIndication.OUT_OF_BOUNDS_NO_POE);
        assertThat(report.allFindings()).extracting(Finding::code).contains(ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN);
    }

    @Test
    void anArchiveTimestampOfAnotherSignatureProvesNothing() throws Exception {
        byte[] other = archived(basic(true));
        byte[] mine = CmsSurgery.signer(basic(false), parts -> {
            ASN1Encodable theirs = CmsSurgery.parts(signer(other)).getLast();
            parts.add(theirs);
            return parts;
        });

        SignatureReport report = verify(mine, yearsLater(), YEARS_LATER);

        assertThat(report.timestamps()).singleElement().matches(stamp -> !stamp.proven());
        assertThat(report.overall()).isEqualTo(Indication.INDETERMINATE);
    }

    private static ASN1Encodable signer(byte[] cms) {
        ASN1Encodable[] found = new ASN1Encodable[1];
        CmsSurgery.signers(cms, signers -> {
            found[0] = signers.getFirst();
            return signers;
        });
        return found[0];
    }
}
