package vn.lienthong.routes.command.admin;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.CarryOut;
import vn.lienthong.gateway.access.Proposal;
import vn.lienthong.gateway.access.ProposedAct;
import vn.lienthong.routes.platform.Administration;
import vn.lienthong.routes.platform.TwoPeople;

/** What an act that needs two people comes to on the command line: a proposal, unless the settings let one person do it. */
final class LeaveProposal {
    private static final int LONGEST = 1_000;

    @Option(
            names = "--alone",
            description =
                    "khẩn cấp: làm ngay, không có người thứ hai; cần --reason, và phải được cho phép bằng thiết lập"
                            + " console.second-person.alone")
    private boolean alone;

    @Option(
            names = "--as",
            paramLabel = "TÊN_ĐĂNG_NHẬP",
            description =
                    "người đề nghị; mật khẩu và mã xác thực được hỏi. Không có thì đề nghị mang tên dòng lệnh, và người"
                            + " vào bằng liên kết hay mật khẩu do dòng lệnh đặt không xác nhận được")
    private @Nullable String username;

    @Option(
            names = "--as-code",
            paramLabel = "MÃ",
            description = "với --as: mã xác thực đang hiện trên điện thoại; không có thì được hỏi")
    private @Nullable String code;

    @Mixin
    private KnownPassword password = new KnownPassword();

    /**
     * Does the act, or leaves it for a second person.
     *
     * @param reason why; the proposal says so, and without one an act alone is refused
     * @throws CommandRefused when it cannot be done
     */
    void settle(Administration record, ProposedAct act, String summary, @Nullable String reason, PrintWriter out) {
        TwoPeople people = record.twoPeople();
        String why = reason == null ? "" : reason.replaceAll("\\p{Cntrl}+", " ").strip();
        String said = why.length() <= LONGEST ? why : why.substring(0, LONGEST);
        refuseImpossible(people, act);
        if (!people.required()) {
            done(record, people, act, summary, said.isEmpty() ? summary : said, out);
        } else if (alone) {
            refuseUnless(
                    people.aloneAllowed(),
                    "--alone: không được phép (expected: thiết lập"
                            + " console.second-person.alone=true, hoặc để người thứ hai xác nhận)");
            refuseUnless(!said.isEmpty(), "--alone: thiếu --reason (expected: vì sao không chờ được người thứ hai)");
            done(record, people, act, summary, said, out);
        } else {
            proposed(people, act, summary, proposer(record), said.isEmpty() ? "admin" : said, out);
        }
    }

    private String proposer(Administration record) {
        return username == null
                ? Actor.here()
                : "USER:" + ShowWho.require(record, username, password, code).username();
    }

    private static void refuseImpossible(TwoPeople people, ProposedAct act) {
        try {
            CarryOut.Preview preview = people.secondPerson().preview(act);
            refuseUnless(preview.problems().isEmpty(), String.join("; ", preview.problems()));
        } catch (CarryOut.CannotCarryOut cannot) {
            throw new CommandRefused(String.valueOf(cannot.getMessage()), cannot);
        }
    }

    private static void done(
            Administration record, TwoPeople people, ProposedAct act, String summary, String reason, PrintWriter out) {
        try {
            people.secondPerson().alone(act, summary, Actor.here(), reason).forEach(line -> out.println("đã " + line));
        } catch (CarryOut.CannotCarryOut cannot) {
            throw new CommandRefused(String.valueOf(cannot.getMessage()), cannot);
        }
        tellRunning(record, act, out);
    }

    /** Trust is taken up by a gateway that runs, without a word. */
    static void tellRunning(Administration record, ProposedAct act, PrintWriter out) {
        boolean trust = act instanceof ProposedAct.AddTrust || act instanceof ProposedAct.RemoveTrust;
        if (trust && record.isBesideAGateway()) {
            out.println("cổng đang chạy sẽ dùng kho tin cậy mới trong vài giây nữa");
        }
    }

    private static void proposed(
            TwoPeople people, ProposedAct act, String summary, String actor, String reason, PrintWriter out) {
        Proposal proposal = people.secondPerson().propose(act, summary, actor, reason);
        out.println("chưa làm gì: để lại đề nghị " + proposal.id() + " chờ người thứ hai, đến "
                + Times.text(proposal.expiresAt()) + ": " + summary);
        people.secondPerson().preview(act).lines().forEach(line -> out.println("  " + line));
        out.println("  SHA-256 của đề nghị " + act.digest());
        out.println("xác nhận: trang Đề nghị của trang quản trị, hoặc admin proposals confirm " + proposal.id()
                + " --as TÊN_ĐĂNG_NHẬP");
    }

    private static void refuseUnless(boolean allowed, String line) {
        if (!allowed) {
            throw new CommandRefused(line);
        }
    }
}
