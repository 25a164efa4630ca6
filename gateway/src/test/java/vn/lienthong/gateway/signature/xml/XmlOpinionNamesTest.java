package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.xml.XmlFixture.bytes;
import static vn.lienthong.gateway.signature.xml.XmlFixture.text;
import static vn.lienthong.gateway.signature.xml.XmlFixture.verify;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SecondOpinions;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

/** That DSS and we mean the same signature of a file by the same name, with identifiers and without. */
@Tag("ci")
class XmlOpinionNamesTest {
    private static final DssOpinion DSS =
            DssOpinion.withLists(DevTrust.stores(DevTrust.pki()), () -> SecondOpinions.lists(DevTrust.pki()));
    private static final DevIdentity SEAL = DevTrust.pki().sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);

    private static List<String> names(SignatureReport report) {
        return report.verdicts().stream().map(one -> one.facts().field()).toList();
    }

    private static Opinion theirs(byte[] xml) throws NoOpinion {
        return DSS.about("a.xml", xml, DevTrust.NOW);
    }

    @Test
    void signaturesWithoutIdentifierGoByTheirPlace() throws NoOpinion {
        byte[] two = bytes("<a><b Id=\"b\">một</b><c Id=\"c\">hai</c></a>");
        byte[] signed = PlainXml.overElements(PlainXml.overElements(two, SEAL, "b"), SEAL, "c");
        byte[] changed = bytes(text(signed).replace(">hai<", ">ba<"));

        assertThat(names(verify(signed))).containsExactly("Signature 1", "Signature 2");
        assertThat(theirs(changed).signatures())
                .extracting(Opinion.OfSignature::field)
                .containsExactly("Signature 1", "Signature 2");
        // Of plain XML-DSig neither passes one: who signed is not signed (EN 319 102-1 §5.2.3, EN 319 132-1 §5.2.2).
        assertThat(theirs(changed).signatures())
                .extracting(Opinion.OfSignature::subIndication)
                .containsExactly("SIG_CONSTRAINTS_FAILURE", "NO_SIGNING_CERTIFICATE_FOUND");
        assertThat(verify(changed).verdicts())
                .extracting(SignatureVerdict::subIndication)
                .containsExactly(
                        Optional.of(SubIndication.SIG_CONSTRAINTS_FAILURE), Optional.of(SubIndication.HASH_FAILURE));
    }

    @Test
    void aCounterSignatureHasItsPlaceToo() throws Exception {
        byte[] counter = bytes(HonestXmlTest.counterSigned("-value"));

        assertThat(theirs(counter).signatures())
                .extracting(Opinion.OfSignature::field)
                .containsExactlyElementsOf(names(verify(counter)));
    }
}
