package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.AccountMandates;
import vn.lienthong.gateway.access.Mandate;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.routes.platform.Administration;

/** {@code admin user mandate grant}: the clerk may, or the officer may look, from now or from a day on. Granting what is held changes nothing. */
@Command(name = "grant", description = "Cho văn thư một quyền thay mặt cơ quan.", mixinStandardHelpOptions = true)
final class GrantUserMandate extends AdminTask {
    @Mixin
    private UserMandateTerms terms = new UserMandateTerms();

    @Option(names = "--from", paramLabel = "NGÀY", description = "từ đầu ngày nào, dạng 2026-01-31 (mặc định: ngay)")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "NGÀY",
            description = "hết quyền từ đầu ngày nào (mặc định: cho tới khi bị kết thúc)")
    private @Nullable LocalDate to;

    @Override
    void run(Administration record, PrintWriter out) {
        Right right = terms.right();
        Account account = KnownAccount.require(record.accounts(), terms.username());
        if (!right.isFor(account.role())) {
            throw new CommandRefused("tài khoản " + account.username() + ": vai trò " + RoleName.of(account.role())
                    + ", quyền " + right
                    + " (expected: clerk; hoặc officer với collect, để xem, hay sign, để ký; mỗi người một vai trò)");
        }
        Instant now = record.clock().instant();
        ReadAgency reading = new ReadAgency(record.agencies().current(), now);
        Mandate mandate = mandate(reading.read(terms.code()), right, now);
        AccountMandates mandates = record.accountMandates();
        boolean held = mandates.of(account.username()).stream().anyMatch(other -> other.covers(mandate));
        if (!held && !mandates.grant(account.username(), mandate)) {
            throw new CommandRefused("--from: " + from + " (expected: ngày khác; " + account.username()
                    + " đã có một quyền như vậy bắt đầu đúng ngày này, quyền đã ghi không đổi lại)");
        }
        out.println(account.username() + (held ? " đã có sẵn quyền " : " được quyền ") + right + " cho "
                + reading.label(mandate.agency()) + ", từ " + Times.text(mandate.from())
                + mandate.to().map(end -> " đến " + Times.text(end)).orElse(""));
        if (right == Right.SIGN
                && record.signerKeys().of(account.username(), now).isEmpty()) {
            out.println("  LƯU Ý: chưa có khóa ký nên chưa ký được; thêm: admin signer add --user " + account.username()
                    + " --p12 TỆP --picture TỆP");
        }
    }

    private Mandate mandate(AgencyId agency, Right right, Instant now) {
        Instant begin = begin(now);
        Optional<Instant> end = Optional.ofNullable(to).map(GrantUserMandate::startOf);
        if (end.filter(instant -> !instant.isAfter(begin)).isPresent()) {
            throw new CommandRefused("--to: " + to + " (expected: sau lúc bắt đầu, " + Times.text(begin) + ")");
        }
        return new Mandate(agency, right, begin, end);
    }

    /** Nothing is granted backwards; today is from now on. */
    private Instant begin(Instant now) {
        if (from == null || from.equals(LocalDate.ofInstant(now, Times.VIETNAM))) {
            return now;
        }
        if (startOf(from).isBefore(now)) {
            throw new CommandRefused("--from: " + from + " (expected: hôm nay hoặc một ngày sau, hoặc bỏ trống)");
        }
        return startOf(from);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Times.VIETNAM).toInstant();
    }
}
