package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** How far an administrator may loosen what is added to pages after signing. */
final class AnnotationRuleTest {
    private static final String SIGNED_AFTER = "then signed by somebody else";

    private static Rules rules(Rule rule, Optional<SignedForm> form, Level level) {
        return new Rules(Map.of(new Rules.Place(rule, Optional.empty(), form), level), List.of(), Optional.empty());
    }

    private static SignatureVerdict certified(byte[] file) {
        Rules loose = rules(Rule.ANNOTATION_ADDED, Optional.empty(), Level.WARN);
        return new VerifyPdf(
                        DevTrust.stores(DevTrust.pki()),
                        DevTrust.lists(DevTrust.pki()),
                        ValidationPolicy.standard().with(loose),
                        PdfLimits.standard())
                .verify("thu.pdf", PdfBytes.of(file), NOW)
                .verdicts()
                .getFirst();
    }

    private static Optional<SubIndication> reason(String kind, String name) {
        PdfAttack attack = CertificationAttacks.all()
                .filter(one -> one.kind().equals(kind) && one.name().contains(name))
                .findFirst()
                .orElseThrow();
        return certified(attack.file()).subIndication();
    }

    @Test
    void aCommentMayPassWhereTheCertificationAllowsOne() {
        assertThat(reason("EAA, P3", SIGNED_AFTER)).isEmpty();
        assertThat(reason("EAA, P2", SIGNED_AFTER)).contains(SubIndication.SIG_CONSTRAINTS_FAILURE);
    }

    @Test
    void aFieldThatHidesThePageIsNoMatterOfTheRule() {
        assertThat(reason("SSA, P2", SIGNED_AFTER)).contains(SubIndication.FORMAT_FAILURE);
        assertThat(reason("SSA, P2", "whose looks cover the page")).contains(SubIndication.FORMAT_FAILURE);
    }

    @ParameterizedTest
    @CsvSource({"/FT /Tx /T (tien) /V (100)", "/FT /Sig /T (thua) /MK <<>>", "/FT /Sig /T (thua) /Vendor 1"})
    void neitherIsAFieldThatNobodySigned(String keys) {
        IncrementalUpdate update =
                new IncrementalUpdate(PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.seal(Fate.GOOD)));
        int field = update.free();
        byte[] fielded = update.put(field, "<</Type /Annot /Subtype /Widget " + keys + " /F 4 /Rect [50 50 150 70]>>")
                .change(
                        update.objectWith("/Fields ["),
                        body -> body.replaceFirst("/Fields \\[([^\\]]*)\\]", "/Fields [$1 " + field + " 0 R]"))
                .write();
        byte[] file = PdfFixture.sign(fielded, DevTrust.official("Trần Thị B"));
        assertThat(certified(file).subIndication()).contains(SubIndication.FORMAT_FAILURE);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void peopleAreToldAtTheLeast(Level level) {
        if (level == Level.FAIL || level == Level.WARN) {
            assertThat(rules(Rule.ANNOTATION_ADDED, Optional.of(SignedForm.PDF), level)
                            .levels())
                    .hasSize(1);
        } else {
            assertThatThrownBy(() -> rules(Rule.ANNOTATION_ADDED, Optional.of(SignedForm.PDF), level))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("rule annotation-added.pdf: " + level + " (expected: one of [FAIL, WARN])");
        }
    }

    @Test
    void whoseASignatureIsHasNoForm() {
        assertThatThrownBy(() -> rules(Rule.SIGNER_AGENCY, Optional.of(SignedForm.XML), Level.FAIL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule signer-agency.xml: a form (expected: signer-agency for all forms)");
    }
}
