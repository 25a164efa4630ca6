package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.seal;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;
import static vn.lienthong.gateway.signature.xml.XmlFixture.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.digest.DigestingOutputStream;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.Revocations;

/** What honest signers make passes, in every form and level, and says what it covers. */
class HonestXmlTest {
    private static final SignedFile ANNEX = SignedFile.of("phụ lục 1.txt", bytes("phụ lục"));

    private static SignatureFacts only(SignatureReport report) {
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(1);
        return report.verdicts().getFirst().facts();
    }

    @ParameterizedTest
    @EnumSource(names = {"RSA_SHA256", "RSA_PSS_SHA256"})
    void envelopedOverTheWholeFile(SignatureAlgorithm algorithm) throws SigningException {
        SignXml signing = new SignXml(seal(), algorithm);
        SignatureReport report = verify(signing.sign(signing.enveloped(bytes(LETTER), DevTrust.NOW)));

        SignatureFacts facts = only(report);
        assertThat(report.allFindings()).isEmpty();
        assertThat(facts.coverage()).isEqualTo(Coverage.WHOLE_FILE);
        assertThat(facts.integrity()).isEqualTo(Integrity.INTACT);
        assertThat(facts.subFilter()).isEqualTo("XAdES");
        assertThat(facts.time().claimed()).contains(DevTrust.NOW);
        assertThat(facts.algorithms().signature())
                .isEqualTo(algorithm == SignatureAlgorithm.RSA_SHA256 ? "RSA" : "RSASSA-PSS");
    }

    @Test
    void curvesPassAsRsaDoes() throws IOException {
        byte[] signed =
                XmlFixture.enveloped(DevTrust.key(DevTrust.curves().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD)));

        assertThat(XmlFixture.verifier(DevTrust.curves())
                        .verify(SignedFile.of("a.xml", signed), List.of(), DevTrust.NOW)
                        .overall())
                .isEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void envelopingHoldsTheContent() {
        byte[] signed = XmlFixture.signed(seal(), signing -> signing.enveloping(ANNEX, DevTrust.NOW));

        assertThat(only(verify(signed)).coverage()).isEqualTo(Coverage.WHOLE_FILE);
    }

    /** RFC 2392 §2: the address of a packet's part is its name, escaped. */
    @Test
    void detachedGoesByThePartOfAPacket() {
        SignedFile part = SignedFile.of("cid:bảng.csv", bytes("1;2"));
        byte[] signed = XmlFixture.signed(seal(), signing -> signing.detached(List.of(part), DevTrust.NOW));
        assertThat(text(signed)).contains("URI=\"cid:b%E1%BA%A3ng.csv\"");
        assertThat(verify(signed, SignedFile.of("bảng.csv", bytes("1;2"))).overall())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(verify(signed, SignedFile.of("bảng.csv", bytes("1;3"))).overall())
                .isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void detachedGoesByName() {
        byte[] signed = XmlFixture.signed(seal(), signing -> signing.detached(List.of(ANNEX), DevTrust.NOW));

        SignatureReport report = verify(signed, ANNEX);
        assertThat(only(report).coverage()).isEqualTo(Coverage.WHOLE_FILE);
        assertThat(report.allFindings()).singleElement().satisfies(one -> assertThat(one.text())
                .contains("phụ lục 1.txt"));
        SignatureReport without = verify(signed);
        assertThat(without.overall()).isEqualTo(Indication.INDETERMINATE);
        assertThat(without.verdicts().getFirst().facts().integrity()).isEqualTo(Integrity.NOT_CHECKED);
        assertThat(verify(signed, SignedFile.of("phụ lục 1.txt", bytes("Phụ lục")))
                        .verdicts()
                        .getFirst()
                        .subIndication())
                .contains(SubIndication.HASH_FAILURE);
    }

    /** As containers have them. */
    @Test
    void detachedGoesByNameWithFolders() {
        SignedFile inside = SignedFile.of("tài liệu/a b.txt", bytes("phụ lục"));
        byte[] signed = XmlFixture.signed(seal(), signing -> signing.detached(List.of(inside, ANNEX), DevTrust.NOW));

        assertThat(XmlFixture.text(signed)).contains("/a%20b.txt\"");
        only(verify(signed, ANNEX, inside));
        assertThat(verify(signed, ANNEX).overall()).isEqualTo(Indication.INDETERMINATE);
    }

    @Test
    void severalOverOneElementAreJudgedEach() {
        byte[] once = XmlFixture.overElement(bytes(LETTER), "nd", DevTrust.official("Nguyễn Văn A"));
        byte[] twice = XmlFixture.overElement(once, "nd", seal());

        SignatureReport report = verify(twice);
        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(2).allSatisfy(verdict -> {
            assertThat(verdict.facts().coverage()).isEqualTo(Coverage.PARTIAL);
            assertThat(verdict.findings().getFirst().text()).contains("/vb:vanBan/vb:noiDung");
        });
    }

    @Test
    void aSecondOneThatWouldBreakTheFirstIsNotMade() throws SigningException {
        byte[] once = XmlFixture.enveloped(seal());
        SignXml signing = new SignXml(DevTrust.official("Nguyễn Văn A"));
        PreparedXml prepared = signing.enveloped(once, DevTrust.NOW);

        assertThatThrownBy(() -> signing.sign(prepared))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("broken by one more");
    }

    @Test
    void aWrongValueIsNotHandedOut() throws SigningException {
        PreparedXml prepared = new SignXml(seal()).enveloped(bytes(LETTER), DevTrust.NOW);

        assertThatThrownBy(() -> prepared.complete(new byte[256])).isInstanceOf(SigningException.class);
    }

    @Test
    void aTimestampProvesItsTime() {
        SignatureFacts facts = only(verify(XmlFixture.stamped(XmlFixture.enveloped(seal()), DevTrust.pki())));

        assertThat(facts.time().timestampProven()).isTrue();
        assertThat(facts.time().timestamped()).contains(DevTrust.NOW);
    }

    @Test
    void longTermPassesYearsLaterOnWhatItCarries() throws IOException {
        byte[] stamped = XmlFixture.stamped(XmlFixture.enveloped(seal()), DevTrust.pki());
        byte[] valued = XmlFixture.withValues(stamped, XmlFixture.evidence(DevTrust.pki()));
        byte[] archived = XmlFixture.archived(valued, DevTrust.pki());
        VerifyXml later = new VerifyXml(
                DevTrust.stores(DevTrust.pki()), Revocations.none(), ValidationPolicy.standard(), XmlLimits.standard());

        for (byte[] file : List.of(valued, archived)) {
            SignatureReport now = later.verify(SignedFile.of("a.xml", file), List.of(), DevTrust.NOW);
            assertThat(now.overall()).as(now.toString()).isEqualTo(Indication.TOTAL_PASSED);
        }
        SignatureReport report =
                later.verify(SignedFile.of("a.xml", archived), List.of(), DevTrust.NOW.plus(Duration.ofDays(1)));
        assertThat(report.timestamps()).singleElement().satisfies(stamp -> assertThat(stamp.proven())
                .as(report.toString())
                .isTrue());
        assertThat(later.verify(SignedFile.of("a.xml", stamped), List.of(), DevTrust.NOW)
                        .overall())
                .isEqualTo(Indication.INDETERMINATE);
    }

    @Test
    void anArchiveTimestampOverOtherBytesProvesNothing() {
        byte[] archived = XmlFixture.archived(
                XmlFixture.withValues(
                        XmlFixture.stamped(XmlFixture.enveloped(seal()), DevTrust.pki()),
                        XmlFixture.evidence(DevTrust.pki())),
                DevTrust.pki());
        String moved = XmlFixture.text(archived).replace("<xades:CRLValues>", "<xades:CRLValues Id=\"x\">");

        assertThat(verify(moved).timestamps().getFirst().reason()).contains(SubIndication.HASH_FAILURE);
        assertThat(verify(archived).timestamps().getFirst().proven()).isTrue();
    }

    /** One that lies in the unsigned properties of another, over its value (EN 319 132-1 §5.2.7). */
    static String counterSigned(String over) throws XmlFault, SigningException, IOException {
        byte[] signed = XmlFixture.stamped(XmlFixture.enveloped(seal()), DevTrust.pki());
        SigningKey key = DevTrust.official("Nguyễn Văn A");
        XmlDocument document = XmlDocument.parse(new ByteArrayInputStream(signed));
        Element value = document.named(XmlFixture.id(signed) + over).orElseThrow();
        DigestingOutputStream digest = new DigestingOutputStream(OutputStream.nullOutputStream());
        Canonical.EXCLUSIVE.write(value, digest);
        Element counter = new DraftXml(document.document(), key.chain(), key.usualAlgorithm(), DevTrust.NOW)
                .write(List.of(new DraftReference(
                        "#" + value.getAttribute("Id"), List.of(XmlNames.EXCLUSIVE), digest.digest(), "text/xml")));
        PreparedXml prepared = new PreparedXml(
                document.document(),
                counter,
                key.certificate(),
                key.usualAlgorithm(),
                new CheckSignedXml(key.certificate(), null, List.of(), DevTrust.NOW));
        String element = prepared.completeElement(key.sign(prepared.toBeSigned(), prepared.algorithm()));
        return XmlFixture.text(signed)
                .replace(
                        "</xades:UnsignedSignatureProperties>",
                        "<xades:CounterSignature>" + element
                                + "</xades:CounterSignature></xades:UnsignedSignatureProperties>");
    }

    @Test
    void aCounterSignatureSpeaksForTheSignatureItLiesIn() throws XmlFault, SigningException, IOException {
        SignatureReport report = verify(counterSigned("-value"));

        assertThat(report.overall()).as(report.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.verdicts()).hasSize(2);
        assertThat(report.verdicts().getLast().findings().getFirst().text()).startsWith("counter-signature");
        assertThat(verify(counterSigned("-signed")).verdicts().getLast().subIndication())
                .contains(SubIndication.FORMAT_FAILURE);
    }

    @Test
    void whatIsNoSignedXmlIsSaidSo() {
        assertThat(verify(LETTER).presence()).isEqualTo(Presence.UNSIGNED);
        assertThat(verify("%PDF-1.7").presence()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(verify("<a><b></a>")).isEqualTo(SignatureReport.without("a.xml", Presence.UNSIGNED));
        assertThat(verify("\uFEFF  " + LETTER).presence()).isNotEqualTo(Presence.NOT_APPLICABLE);
    }
}
