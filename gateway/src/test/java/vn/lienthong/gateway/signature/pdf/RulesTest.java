package vn.lienthong.gateway.signature.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.gateway.signature.DevTrust.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.AlgorithmEnd;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignedForm;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Revocations;

/** What an administrator's rules make of a signature, and what they cannot. */
final class RulesTest {
    private static final byte[] SEALED = PdfFixture.sign(PdfFixture.letterBytes(), DevTrust.seal(Fate.GOOD));
    private static final byte[] STAMPED = LongTerm.stamped(SEALED, DevTrust.pki());
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private static Rules set(Rule rule, Optional<String> branch, Optional<SignedForm> form, Level level) {
        return new Rules(Map.of(new Rules.Place(rule, branch, form), level), List.of(), Optional.empty());
    }

    private static SignatureVerdict verdict(byte[] file, Rules rules, Revocations known, Instant at) {
        return new VerifyPdf(
                        DevTrust.stores(DevTrust.pki()),
                        known,
                        ValidationPolicy.standard().with(rules),
                        PdfLimits.standard())
                .verify("letter.pdf", PdfBytes.of(file), at)
                .verdicts()
                .getFirst();
    }

    private static SignatureVerdict verdict(byte[] file, Rules rules) {
        return verdict(file, rules, DevTrust.lists(DevTrust.pki()), LATER);
    }

    /** The seals of this PKI name no extended usage. */
    @ParameterizedTest
    @CsvSource({"FAIL, INDETERMINATE, 1", "WARN, TOTAL_PASSED, 1", "INFORM, TOTAL_PASSED, 1", "IGNORE, TOTAL_PASSED, 0"
    })
    void aRuleIsWeighedByItsLevel(Level level, Indication indication, int findings) {
        SignatureVerdict verdict =
                verdict(SEALED, set(Rule.EXTENDED_USAGE_MISSING, Optional.empty(), Optional.empty(), level));
        assertThat(verdict.indication()).as(verdict.toString()).isEqualTo(indication);
        assertThat(verdict.findings()).hasSize(findings);
    }

    @Test
    void aRuleHoldsForItsBranchAndForm() {
        Rule rule = Rule.EXTENDED_USAGE_MISSING;
        Optional<String> ours = Optional.of("GOVERNMENT");
        Optional<String> others = Optional.of("PARTY");
        Optional<SignedForm> pdf = Optional.of(SignedForm.PDF);
        assertThat(verdict(SEALED, set(rule, others, Optional.empty(), Level.FAIL))
                        .findings())
                .isEmpty();
        assertThat(verdict(SEALED, set(rule, ours, Optional.of(SignedForm.XML), Level.FAIL))
                        .findings())
                .isEmpty();
        assertThat(verdict(SEALED, set(rule, ours, pdf, Level.FAIL)).findings()).hasSize(1);
        Rules narrow = new Rules(
                Map.of(
                        new Rules.Place(rule, Optional.empty(), Optional.empty()), Level.FAIL,
                        new Rules.Place(rule, ours, Optional.empty()), Level.WARN,
                        new Rules.Place(rule, ours, pdf), Level.IGNORE),
                List.of(),
                Optional.empty());
        assertThat(verdict(SEALED, narrow).findings()).as("the narrowest").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void noRuleLoosensWhatIsNone(Rule rule) {
        Level loosest = rule.levels().stream().max(Comparator.naturalOrder()).orElseThrow();
        Rules loose = set(rule, Optional.empty(), Optional.empty(), loosest);
        assertThat(verdict(SEALED, loose, Revocations.none(), LATER).subIndication())
                .contains(SubIndication.TRY_LATER);
        assertThat(new VerifyPdf(
                                DevTrust.stores(DevTrust.curves()),
                                DevTrust.lists(DevTrust.curves()),
                                ValidationPolicy.standard().with(loose),
                                PdfLimits.standard())
                        .verify("letter.pdf", PdfBytes.of(SEALED), LATER)
                        .verdicts()
                        .getFirst()
                        .subIndication())
                .contains(SubIndication.NO_CERTIFICATE_CHAIN_FOUND);
        assertThat(ValidationPolicy.standard().with(loose).level(Change.Kind.CONTENT, Optional.empty()))
                .isEqualTo(Level.FAIL);
    }

    @Test
    void anAlgorithmIsGoodUntilItsEndUnlessATimestampProvesMore() {
        for (AlgorithmEnd end : List.of(
                new AlgorithmEnd("SHA-256", 0, NOW.plusSeconds(1)),
                new AlgorithmEnd("RSA", 2048, NOW.plusSeconds(1)))) {
            Rules rules = new Rules(Map.of(), List.of(end), Optional.empty());
            assertThat(verdict(SEALED, rules, DevTrust.lists(DevTrust.pki()), NOW)
                            .indication())
                    .isEqualTo(Indication.TOTAL_PASSED);
            assertThat(verdict(SEALED, rules).subIndication()).contains(SubIndication.CRYPTO_CONSTRAINTS_FAILURE);
            assertThat(verdict(STAMPED, rules).indication())
                    .as("stamped before " + end)
                    .isEqualTo(Indication.TOTAL_PASSED);
        }
        AlgorithmEnd others = new AlgorithmEnd("EC", 384, NOW);
        assertThat(verdict(SEALED, new Rules(Map.of(), List.of(others), Optional.empty()))
                        .indication())
                .isEqualTo(Indication.TOTAL_PASSED);
    }
}
