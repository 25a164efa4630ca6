package vn.lienthong.routes.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.routes.door.folder.ExamineFolder;

/** What systems have of their own with us: exchange folders, and webhooks. Changes nothing and calls nobody. */
final class DoorExamination {
    /** A file that lies longer was forgotten by somebody. */
    private static final Duration LONG = Duration.ofHours(1);

    private final Clock clock;

    DoorExamination(Clock clock) {
        this.clock = clock;
    }

    /** One line for each folder. */
    List<Diagnosis> folders(List<ExchangeFolder> folders, Function<String, Optional<FolderLooks.Progress>> looks) {
        return folders.stream()
                .map(folder -> folder(folder, looks.apply(folder.systemId())))
                .toList();
    }

    private Diagnosis folder(ExchangeFolder folder, Optional<FolderLooks.Progress> looks) {
        String what = "thư mục trao đổi " + folder.systemId();
        Instant now = clock.instant();
        ExamineFolder.Standing standing = ExamineFolder.examine(folder, now);
        if (!standing.broken().isEmpty()) {
            return Diagnosis.wrong(
                    what,
                    String.join("; ", standing.broken()),
                    "gắn lại ổ đĩa, sửa quyền theo README (Systems that can only write and read files), rồi admin folder add"
                            + " lại nếu cần");
        }
        Optional<FolderLooks.Progress> failing = looks.filter(progress -> progress.failures() > 0);
        if (failing.isPresent()) {
            return Diagnosis.doubtful(
                    what,
                    "cổng không dùng được " + failing.get().failures() + " lần liền: "
                            + failing.get().error(),
                    "dịch vụ systemd phải được ghi vào đó: admin systemd lại; nếu vẫn vậy xem nhật ký");
        }
        Optional<Instant> forgotten = standing.oldestWaiting().filter(since -> since.isBefore(now.minus(LONG)));
        if (forgotten.isPresent()) {
            return Diagnosis.doubtful(
                    what,
                    "có tệp nằm trong out từ " + forgotten.get() + " chưa được trả lời",
                    "xem cổng có đang chạy không, tệp có đang bị ghi dở không");
        }
        return standing.leftBehind() == 0
                ? Diagnosis.good(what, folder.path())
                : Diagnosis.doubtful(
                        what,
                        standing.leftBehind() + " tệp dở của một tiến trình đã mất (.dang-ghi-…, .dang-doc-…)",
                        "cổng tự dọn khi chạy; nếu vẫn còn sau một giờ thì xem quyền của thư mục");
    }

    /** One line for each webhook that has trouble, else one for all. */
    List<Diagnosis> webhooks(List<Webhook> known) {
        List<Diagnosis> all = new ArrayList<>();
        for (Webhook webhook : known) {
            String what = "webhook của " + webhook.systemId();
            webhook.pausedBecause()
                    .ifPresent(
                            why -> all.add(
                                    Diagnosis.doubtful(
                                            what,
                                            "tạm dừng: " + why,
                                            "liên hệ quản trị hệ thống đó, rồi mở lại (trang Webhook của bảng điều khiển, hoặc POST …/resume)")));
            if (webhook.isActive() && webhook.standing().failures() > 0) {
                all.add(Diagnosis.doubtful(
                        what,
                        "không giao được " + webhook.standing().failures() + " lần liền, từ "
                                + webhook.standing().failingSince().orElse(clock.instant()),
                        "xem trang Webhook của bảng điều khiển; cổng vẫn thử lại"));
            }
        }
        return all.isEmpty() && !known.isEmpty()
                ? List.of(Diagnosis.good("webhook", known.size() + " địa chỉ, không trục trặc"))
                : all;
    }
}
