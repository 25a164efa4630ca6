package vn.lienthong.gateway.dossier.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.dossier.opinion.ComparedSignature.Standing;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureFacts;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.secondopinion.Opinion;

class CompareOpinionsTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    private static SignatureReport ours(String reason) {
        SignatureFacts facts = SignatureFacts.unread("Sig1", "ETSI.CAdES.detached", AT);
        SignatureVerdict verdict = reason.isEmpty()
                ? SignatureVerdict.passed(facts, List.of())
                : SignatureVerdict.because(SubIndication.valueOf(reason), facts, List.of());
        return new SignatureReport("thu.pdf", Presence.SIGNED, List.of(verdict), List.of());
    }

    private static Opinion.OfSignature said(String field, String text) {
        String[] parts = text.split(" ", -1);
        return new Opinion.OfSignature(field, Indication.valueOf(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOTAL_PASSED, SAME",
        "'', TOTAL_FAILED HASH_FAILURE, DISAGREES",
        "'', INDETERMINATE NO_CERTIFICATE_CHAIN_FOUND, DISAGREES",
        "'', INDETERMINATE A_REASON_OF_THEIR_OWN, DISAGREES",
        "'', '', DISAGREES",
        "HASH_FAILURE, TOTAL_FAILED HASH_FAILURE, SAME",
        "FORMAT_FAILURE, TOTAL_PASSED, OURS_STRICTER",
        "CHAIN_CONSTRAINTS_FAILURE, TOTAL_PASSED, OURS_STRICTER",
        "REVOKED_NO_POE, TOTAL_FAILED REVOKED, OURS_STRICTER",
        "FORMAT_FAILURE, '', OURS_STRICTER",
    })
    void onlyWhatWePassedCanBeDisputed(String reason, String theirs, Standing expected) {
        List<Opinion.OfSignature> all = new ArrayList<>();
        if (!theirs.isEmpty()) {
            all.add(said("Sig1", theirs));
        }
        all.add(said("Sig2", "TOTAL_PASSED"));

        List<ComparedSignature> compared = CompareOpinions.of(ours(reason), new Opinion(all));

        assertThat(compared).singleElement().satisfies(one -> {
            assertThat(one.standing()).isEqualTo(expected);
            assertThat(one.ourReason()).isEqualTo(reason);
            assertThat((one.theirs() + " " + one.theirReason()).strip()).isEqualTo(theirs);
        });
        assertThat(CompareOpinions.disagree(compared)).isEqualTo(expected == Standing.DISAGREES);
    }

    /** By our standard rules it would not have passed: the other one's word disputes the administrator's, not ours. */
    @ParameterizedTest
    @CsvSource({
        "'', TRY_LATER, INDETERMINATE TRY_LATER, OURS_LOOSER",
        "'', FORMAT_FAILURE, TOTAL_FAILED FORMAT_FAILURE, OURS_LOOSER",
        "'', TRY_LATER, '', OURS_LOOSER",
        "'', '', INDETERMINATE TRY_LATER, DISAGREES",
        "FORMAT_FAILURE, '', TOTAL_PASSED, OURS_STRICTER",
    })
    void whatPassedByTheAdministratorsWordAloneIsNotDisputed(
            String reason, String strict, String theirs, Standing expected) {
        List<Opinion.OfSignature> all = theirs.isEmpty() ? List.of() : List.of(said("Sig1", theirs));

        List<ComparedSignature> compared = CompareOpinions.of(ours(reason), ours(strict), new Opinion(all));

        assertThat(compared).singleElement().satisfies(one -> assertThat(one.standing())
                .isEqualTo(expected));
        assertThat(CompareOpinions.disagree(compared)).isEqualTo(expected == Standing.DISAGREES);
        assertThat(CompareOpinions.worthAsking(ours(reason), ours(strict))).isEqualTo(reason.equals(strict));
    }

    /** Never what the other one calls failed, whatever the list says. */
    @ParameterizedTest
    @CsvSource({
        "INDETERMINATE TRY_LATER, SETTLED",
        "INDETERMINATE REVOKED_NO_POE, DISAGREES",
        "TOTAL_FAILED TRY_LATER, DISAGREES"
    })
    void aListedReasonIsSettledByItsClause(String theirs, Standing expected) {
        SettledDifferences settled = new SettledDifferences(Map.of("TRY_LATER", "§5.2.5"));

        assertThat(CompareOpinions.of(ours(""), ours(""), new Opinion(List.of(said("Sig1", theirs))), settled))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.standing()).isEqualTo(expected);
                    assertThat(one.clause()).isEqualTo(expected == Standing.SETTLED ? "§5.2.5" : "");
                });
    }

    @ParameterizedTest
    @CsvSource({"TOTAL_PASSED, TOTAL_FAILED HASH_FAILURE", "TOTAL_FAILED HASH_FAILURE, TOTAL_PASSED"})
    void ofTwoWordsAboutOneFieldTheWorseCounts(String first, String second) {
        Opinion theirs = new Opinion(List.of(said("Sig1", first), said("Sig1", second)));

        assertThat(CompareOpinions.of(ours(""), theirs))
                .singleElement()
                .satisfies(one -> assertThat(Optional.of(one.theirs())).contains("TOTAL_FAILED"));
    }
}
