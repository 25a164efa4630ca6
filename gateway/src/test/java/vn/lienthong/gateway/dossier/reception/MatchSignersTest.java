package vn.lienthong.gateway.dossier.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SignerAgency;
import vn.lienthong.gateway.signature.SignerFacts;
import vn.lienthong.gateway.signature.TimeFacts;
import vn.lienthong.gateway.signature.ValidationPolicy;

/** Whose a signature is, by the directory of {@link Station}. */
final class MatchSignersTest {
    private static final Instant NOW = Station.NOW;

    static SignatureReport signed(String common, String organisation, String unit, String code, Instant at) {
        return signed("thu.pdf", Integrity.INTACT, PathStatus.TRUSTED, common, organisation, unit, code, at);
    }

    /** By the sender's code, as somebody writes it whose signature is nothing of the kind. */
    static SignatureReport signed(String subject, Integrity integrity, PathStatus path, String code) {
        return signed(subject, integrity, path, "Con dấu", "", "", code, NOW);
    }

    private static SignatureReport signed(
            String subject,
            Integrity integrity,
            PathStatus path,
            String common,
            String organisation,
            String unit,
            String code,
            Instant at) {
        SignerFacts signer = new SignerFacts(
                common,
                organisation,
                Optional.of(code).filter(text -> !text.isEmpty()),
                "CN=CA",
                "0a",
                Sha256.of(new byte[0]),
                NOW.minusSeconds(1),
                NOW.plusSeconds(1),
                Optional.of("GOVERNMENT"),
                unit.isEmpty() ? List.of() : List.of(unit));
        SignatureFacts facts = new SignatureFacts(
                "S1",
                "",
                Optional.of(signer),
                new TimeFacts(Optional.of(at), Optional.empty(), false, NOW),
                AlgorithmFacts.UNKNOWN,
                Coverage.WHOLE_FILE,
                integrity,
                path,
                RevocationFacts.NOT_ASKED,
                List.of());
        return new SignatureReport(
                subject, Presence.SIGNED, List.of(SignatureVerdict.passed(facts, List.of())), List.of());
    }

    private static List<SignatureReport> match(Level level, String sender, SignatureReport... reports) {
        MatchSigners matching = new MatchSigners(
                new SketchedAgencies(Station.directory().directory()),
                ValidationPolicy.standard()
                        .with(new Rules(
                                Map.of(
                                        new Rules.Place(
                                                Rule.SIGNER_AGENCY, Optional.of("GOVERNMENT"), Optional.empty()),
                                        level),
                                List.of(),
                                Optional.empty())),
                new MovableClock(NOW));
        return matching.match(sender, List.of(reports), NOW);
    }

    private static SignatureVerdict only(List<SignatureReport> reports) {
        return reports.getFirst().verdicts().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "G01, Con dấu, '', '', G01, SENDER CODE G01",
        "G01, Con dấu, '', '', G02, OTHER CODE G02",
        "G01, Nguyễn Văn A, bo, '', '', SENDER NAME G01",
        "G01, Nguyễn Văn A, '  BO ', '', '', SENDER NAME G01",
        "G01, Nguyễn Văn A, Ủy ban, bo, '', SENDER NAME G01",
        "G01, Nguyễn Văn A, la, '', '', OTHER NAME G02",
        "G01, Nguyễn Văn A, Ủy ban, '', MST:0123, UNKNOWN NOTHING -",
        "G01, bo, '', '', VATVN-1, SENDER NAME G01",
        "H05, Con dấu cũ, '', '', H04, SENDER CODE -",
        "H05, Nguyễn Văn A, cu, '', '', SENDER NAME -",
        "H09, Con dấu, '', '', G01, ''"
    })
    void theCertificateNamesAnAgency(
            String sender, String common, String organisation, String unit, String code, String expected) {
        Optional<SignerAgency> agency = only(match(Level.WARN, sender, signed(common, organisation, unit, code, NOW)))
                .facts()
                .agency();
        assertThat(agency.map(one -> one.relation() + " " + one.by() + " "
                                + one.code().orElse("-"))
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void theDirectoryIsReadAsOfTheSigning() {
        Instant before = Instant.parse("2024-01-01T00:00:00Z");
        SignerAgency agency = only(match(Level.WARN, "H05", signed("Con dấu", "", "", "H04", before)))
                .facts()
                .agency()
                .orElseThrow();
        assertThat(agency)
                .isEqualTo(new SignerAgency(
                        SignerAgency.Relation.SENDER,
                        SignerAgency.By.CODE,
                        Optional.of("H04"),
                        Optional.of("cu"),
                        before));
    }

    @Test
    void whoBearsAnothersNameIsToldByTheRule() {
        SignatureReport other = signed("Nguyễn Văn A", "la", "", "", NOW);
        for (Level level : Level.values()) {
            SignatureVerdict verdict = only(match(level, "G01", other));
            assertThat(verdict.findings()).hasSize(level == Level.IGNORE ? 0 : 1);
            assertThat(verdict.indication())
                    .isEqualTo(level == Level.FAIL ? Indication.INDETERMINATE : Indication.TOTAL_PASSED);
        }
        assertThat(only(match(Level.WARN, "G01", other)).findings().getFirst().code())
                .isEqualTo(ErrorCode.SIGNER_NOT_OF_SENDER);
        assertThat(only(match(Level.FAIL, "G01", other, signed("Con dấu", "", "", "G01", NOW)))
                        .findings())
                .as("the sender signed too")
                .isEmpty();
        assertThat(only(match(Level.FAIL, "G01", signed("Con dấu", "", "", "G02", NOW)))
                        .findings())
                .as("another's code is the reception's to tell")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "thu.pdf, INTACT, UNTRUSTED",
        "thu.pdf, INTACT, CONSTRAINTS_BROKEN",
        "thu.pdf, SIGNATURE_WRONG, TRUSTED",
        "thu.pdf, CONTENT_CHANGED, TRUSTED",
        "thu.pdf, NOT_CHECKED, NOT_CHECKED",
        "envelope, INTACT, TRUSTED"
    })
    void aNameThatNobodyProvedSwitchesNoRuleOff(String subject, Integrity integrity, PathStatus path) {
        SignatureReport other = signed("Nguyễn Văn A", "la", "", "", NOW);
        SignatureReport pretended = signed(subject, integrity, path, "G01");
        assertThat(only(match(Level.FAIL, "G01", other, pretended)).findings())
                .extracting(Finding::code)
                .containsExactly(ErrorCode.SIGNER_NOT_OF_SENDER);
    }
}
