package vn.lienthong.gateway.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.gateway.finding.ErrorCode;

/** What a verdict never is, whatever the checks forgot. */
class JudgementTest {
    private static SignatureFacts facts(Integrity integrity) {
        return new SignatureFacts(
                "f",
                "CMS",
                Optional.empty(),
                TimeFacts.unknown(Instant.EPOCH),
                AlgorithmFacts.UNKNOWN,
                Coverage.WHOLE_FILE,
                integrity,
                PathStatus.TRUSTED,
                RevocationFacts.NOT_ASKED,
                List.of());
    }

    @ParameterizedTest
    @EnumSource(Integrity.class)
    void nothingPassesThatWasNotSeenToBeIntact(Integrity integrity) {
        SignatureVerdict verdict = new Judgement("w").verdict(facts(integrity));

        if (integrity == Integrity.INTACT) {
            assertThat(verdict.indication()).isEqualTo(Indication.TOTAL_PASSED);
            assertThat(verdict.findings()).isEmpty();
        } else {
            assertThat(verdict.subIndication()).contains(SubIndication.SIGNED_DATA_NOT_FOUND);
            assertThat(verdict.findings()).singleElement().satisfies(one -> assertThat(one.text())
                    .contains(integrity.name()));
        }
    }

    @Test
    void theFirstTextIsThatOfAnObjection() {
        Judgement judgement = new Judgement("w");
        judgement.weigh(
                Level.WARN, SubIndication.SIG_CONSTRAINTS_FAILURE, ErrorCode.SIGNATURE_INDETERMINATE, "tolerated");
        assertThat(judgement.firstText()).isEmpty();

        judgement.object(SubIndication.TRY_LATER, ErrorCode.SIGNATURE_INDETERMINATE, "objected");
        judgement.object(SubIndication.HASH_FAILURE, ErrorCode.SIGNATURE_FAILED, "objected too");

        assertThat(judgement.firstText()).contains("objected");
    }
}
