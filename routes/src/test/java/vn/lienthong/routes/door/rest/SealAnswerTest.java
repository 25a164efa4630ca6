package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.seal.KeyTrouble;
import vn.lienthong.gateway.seal.SealForSystem;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.signature.making.SignatureForm;

/** A system is asked to come again only where that may help; else it hears what a person has to do. */
class SealAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "OTHER, 12ab34cd, BUSY, số 12ab34cd",
        "REVOKED, 12ab34cd, STATE_CONFLICT, thu hồi",
        "LOCKED, 12ab34cd, STATE_CONFLICT, tự khóa",
        "EXPIRED, 12ab34cd, STATE_CONFLICT, đổi PIN",
        "WRONG_PIN, 12ab34cd, STATE_CONFLICT, 'PIN của khóa con dấu sai, số 12ab34cd'",
    })
    void aKeyThatCannotBeUsedIsNamed(KeyTrouble trouble, String number, ErrorCode code, String said) {
        Finding finding = told(number, trouble);
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.text()).contains(said).contains("số " + number).contains("(expected: ");
        assertThat(told("", trouble).text()).as("no number where there is none").doesNotContain("số ");
    }

    private static Finding told(String number, KeyTrouble trouble) {
        SealPdf.Outcome outcome = new SealPdf.Outcome.KeyUnusable(number, trouble);
        RestAnswer answer =
                SealAnswer.of(new SealForSystem.Outcome.Tried(outcome, LastingLevel.LTA), SignatureForm.PADES);
        return ((RestAnswer.Refused) answer).findings().getFirst();
    }
}
