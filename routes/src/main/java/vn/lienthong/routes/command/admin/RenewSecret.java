package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.routes.platform.Administration;

/** {@code admin system secret}: a new secret; the old one fails from the next call on, or counts for some hours more. */
@Command(
        name = "secret",
        description = "Tạo khóa bí mật mới cho hệ thống, và nối lại nếu đã tắt; khóa cũ hết hiệu lực ngay, trừ khi dùng"
                + " --keep-old.",
        mixinStandardHelpOptions = true)
final class RenewSecret extends RekeySystem {
    private static final int LONGEST_HOURS = 24 * 30;

    @Option(
            names = "--keep-old",
            paramLabel = "SỐ_GIỜ",
            description = "khóa cũ còn dùng được bấy nhiêu giờ nữa, để hai bên đổi mà không ngừng (tối đa "
                    + LONGEST_HOURS + ")")
    private int hours;

    private boolean kept;

    RenewSecret() {
        super(true);
    }

    @Override
    void save(Administration record, ReceivingSystem system, NewSecret secret) {
        if (hours < 0 || hours > LONGEST_HOURS) {
            throw new CommandRefused("--keep-old: " + hours + " (expected: 0 … " + LONGEST_HOURS + ")");
        }
        // What was switched off is not let in again by its old secret.
        kept = hours > 0 && record.systems().secret(system.systemId()).isPresent();
        if (!kept) {
            super.save(record, system, secret);
        } else {
            Instant until = record.clock().instant().plus(Duration.ofHours(hours));
            record.systems().renewSecret(system.systemId(), secret.key(), until);
        }
    }

    @Override
    void tell(String id, NewSecret secret, PrintWriter out) {
        String old = kept ? "khóa cũ còn dùng được " + hours + " giờ" : "khóa cũ đã hết hiệu lực";
        out.println("khóa bí mật mới của " + id + " (chỉ hiện lần này; " + old + "):");
        out.println(secret.text());
    }
}
