package vn.lienthong.routes.platform;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.evidence.record.EvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresEvidenceDays;
import vn.lienthong.gateway.jdbc.PostgresLastingFiles;
import vn.lienthong.gateway.lasting.LastingFiles;

/** Whether signatures made here, and days of evidence, get their timestamps and renewals. */
final class LastingExamination {
    private static final String WHAT = "dấu thời gian của chữ ký";

    private LastingExamination() {}

    static Diagnosis examine(Jdbi jdbi, GatewayConfiguration configuration, Instant now) {
        Instant before = now.minus(configuration.timestamp().alertAfter());
        return diagnosis(
                new PostgresLastingFiles(jdbi).backlog(configuration.signing().freshWithin(), before),
                new PostgresEvidenceDays(jdbi).late(before));
    }

    static Diagnosis diagnosis(LastingFiles.Backlog backlog, EvidenceDays.Late late) {
        if (backlog.late() == 0 && late.days() == 0) {
            return Diagnosis.good(WHAT, "không có gì chờ quá lâu");
        }
        String fault = backlog.late() > 0 ? backlog.fault() : late.fault();
        return Diagnosis.doubtful(
                WHAT,
                backlog.late() + " tệp đã ký và " + late.days() + " ngày nhận văn bản chờ quá lâu (" + fault + ")",
                "kiểm tra timestamp.url, đường mạng và danh sách thu hồi (admin crl import)");
    }
}
