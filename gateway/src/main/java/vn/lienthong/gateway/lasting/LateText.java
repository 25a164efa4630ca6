package vn.lienthong.gateway.lasting;

import java.time.Instant;
import java.time.LocalDate;
import vn.lienthong.gateway.evidence.record.EvidenceDays;

/** What an operator reads of timestamps that do not come. */
final class LateText {

    private LateText() {}

    static String of(LastingFiles.Backlog backlog, EvidenceDays.Late late) {
        return files(backlog)
                + days(late)
                + "Chữ ký vẫn có hiệu lực; hãy kiểm tra timestamp.url, đường mạng và danh sách"
                + " thu hồi (admin crl import), rồi xem trang Chữ ký chờ dấu thời gian.";
    }

    private static String files(LastingFiles.Backlog backlog) {
        return backlog.late() == 0
                ? ""
                : backlog.late()
                        + " tệp đã ký chưa đạt mức phải đạt hoặc chưa gia hạn được (dấu thời gian, dữ liệu kiểm tra"
                        + " lâu dài), lâu nhất từ "
                        + backlog.oldest().map(Instant::toString).orElse("?")
                        + " (" + backlog.fault() + "). ";
    }

    private static String days(EvidenceDays.Late late) {
        return late.days() == 0
                ? ""
                : late.days()
                        + " ngày nhận văn bản chưa có dấu thời gian của hồ sơ chứng cứ hoặc chưa gia hạn được, đầu tiên "
                        + late.first().map(LocalDate::toString).orElse("?")
                        + " (" + late.fault() + "). ";
    }
}
