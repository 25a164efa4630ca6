package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.packet.BusinessAction;

final class DraftTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final DraftFields READ = fields("15", "UBND-VP", "Về việc đê", "");

    @Test
    void whatWasTypedIsNoProposalAnyMore() {
        Draft read = begun().proposing(READ, NOW);
        assertThat(read.proposedFields()).containsExactlyInAnyOrder("number", "notation", "subject");
        Draft typed = read.typedSoFar(fields("16", "UBND-VP", "Về việc đê", "Lê Văn A"), "", NOW);
        assertThat(typed.proposedFields()).containsExactlyInAnyOrder("notation", "subject");
        assertThat(typed.with(typed.fields(), "", NOW).proposedFields()).isEmpty();
    }

    @Test
    void anotherFileReplacesWhatWasOnlyProposed() {
        Draft typed = begun().proposing(READ, NOW).typedSoFar(fields("15", "SNV", "Về việc đê", "Lê Văn A"), "", NOW);
        DraftFields other = fields("17", "UBND-TH", "Về việc cầu", "Trần B");
        assertThat(typed.proposing(other, NOW).fields())
                .as("what a person wrote stays")
                .isEqualTo(fields("17", "SNV", "Về việc cầu", "Lê Văn A"));
        assertThat(typed.proposing(DraftFields.EMPTY, NOW).fields().number())
                .as("what an unreadable file does not say is not the last file's")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16,false", "15a,false", "0012,false", "mười sáu,true", "16/UBND,true", "1 6,true", "-3,true"})
    void aNumberBeginsWithADigit(String number, boolean wrong) {
        List<String> missing = begun().with(fields(number, "UBND-VP", "Về việc đê", "Lê Văn A"), "", NOW)
                .missing();
        assertThat(missing.contains("number.form")).isEqualTo(wrong);
        Draft update = begun().acting(BusinessAction.UPDATE, "D1", DraftFields.EMPTY, List.of());
        assertThat(update.with(fields(number, "UBND-VP", "Về việc đê", "Lê Văn A"), "", NOW)
                        .missing())
                .as("whatever the document's number is that was sent")
                .doesNotContain("number.form");
    }

    private static DraftFields fields(String number, String notation, String subject, String signer) {
        return new DraftFields(number, notation, "", "", "", subject, "", "", signer, 0);
    }

    private static Draft begun() {
        return Draft.begun(new DraftId(new UUID(1, 1)), new AgencyId(new UUID(2, 2)), "USER:a", NOW);
    }
}
