package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.LETTER;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.seal;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * Content that is too much to be digested for a signature that does not hold: two references to a file of 4.3 MB. It must not be
 * taken for content that was found to be what was signed.
 */
class XmlUndigestedTest {
    private static final String LARGE = LETTER.replace("V/v họp", "V/v họp " + "x".repeat(4_300_000));

    /** The issuing authority moved from KeyInfo, where it is looked for first, into what nobody signed. */
    private static String moved(SigningKey key) {
        byte[] signed = XmlFixture.signed(key, signing -> signing.enveloped(bytes(LARGE), DevTrust.NOW));
        String alone = text(XmlFixture.withValues(signed, XmlFixture.evidence(DevTrust.pki())));
        int data = alone.indexOf("</ds:X509Certificate>") + "</ds:X509Certificate>".length();
        return alone.substring(0, data) + alone.substring(alone.indexOf("</ds:X509Data>"));
    }

    /** Trusts the roots and knows no authority under them, nor any list. */
    private static SignatureVerdict verdict(String xml, DevelopmentPki trusted) throws IOException {
        TrustStores roots = TrustStores.of(
                new TrustStore(TrustBranch.GOVERNMENT, List.of(trusted.root(Branch.GOVERNMENT)), List.of()));
        SignatureReport report = new VerifyXml(
                        roots, Revocations.none(), ValidationPolicy.standard(), XmlLimits.standard())
                .verify(SignedFile.of("a.xml", bytes(xml)), List.of(), DevTrust.NOW);
        assertThat(report.verdicts()).as(report.toString()).hasSize(1);
        return report.verdicts().getFirst();
    }

    @Test
    void anAuthorityThatOnlyTheValuesNameIsFoundBeforeTheContentIsLeftAlone() throws IOException {
        String honest = moved(seal());

        SignatureVerdict passed = verdict(honest, DevTrust.pki());
        assertThat(passed.indication()).as(passed.toString()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(passed.facts().integrity()).isEqualTo(Integrity.INTACT);
        SignatureVerdict forged = verdict(honest.replace("V/v họp", "V/v tiền"), DevTrust.pki());
        assertThat(forged.subIndication()).as(forged.toString()).contains(SubIndication.HASH_FAILURE);
    }

    @Test
    void contentLeftAloneIsObjectedTo() throws IOException {
        SignatureVerdict verdict = verdict(moved(seal()), DevTrust.curves());

        assertThat(verdict.subIndication()).contains(SubIndication.NO_CERTIFICATE_CHAIN_FOUND);
        assertThat(verdict.facts().integrity()).isEqualTo(Integrity.NOT_CHECKED);
        assertThat(verdict.findings()).anySatisfy(one -> assertThat(one.text()).contains("not digested"));
    }
}
