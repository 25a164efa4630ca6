package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.lasting.LastingFiles;

class LastingExaminationTest {
    private static final EvidenceDays.Late NO_DAY = new EvidenceDays.Late(0, Optional.empty(), "");

    @Test
    void whatWaitsForAShortTimeIsGood() {
        LastingFiles.Backlog young =
                new LastingFiles.Backlog(3, 0, 0, Optional.of(Instant.parse("2026-11-26T03:00:00Z")), "");
        assertThat(LastingExamination.diagnosis(young, NO_DAY).state()).isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    void whatWaitsForLongIsNamedWithItsFault() {
        LastingFiles.Backlog none = new LastingFiles.Backlog(0, 0, 0, Optional.empty(), "");
        EvidenceDays.Late late =
                new EvidenceDays.Late(2, Optional.of(LocalDate.of(2026, 11, 20)), "connection refused");
        assertThat(LastingExamination.diagnosis(none, late).found())
                .isEqualTo("0 tệp đã ký và 2 ngày nhận văn bản chờ quá lâu (connection refused)");
        LastingFiles.Backlog old =
                new LastingFiles.Backlog(3, 1, 0, Optional.of(Instant.parse("2026-11-20T03:00:00Z")), "list: expired");
        assertThat(LastingExamination.diagnosis(old, NO_DAY))
                .satisfies(diagnosis -> assertThat(diagnosis.state()).isEqualTo(Diagnosis.State.DOUBTFUL))
                .satisfies(diagnosis -> assertThat(diagnosis.found()).contains("list: expired"));
    }
}
