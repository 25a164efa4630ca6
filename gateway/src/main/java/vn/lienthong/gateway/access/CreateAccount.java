package vn.lienthong.gateway.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** Makes an account for a person, with a password that is worth the name. */
public final class CreateAccount {

    /** Counted in characters. */
    public static final int SHORTEST_PASSWORD = 12;

    /** In bytes of UTF-8: bcrypt does not look further. */
    public static final int LONGEST_PASSWORD_BYTES = 72;

    /** A slow, salted hash of a password, with its method and cost in it. */
    @FunctionalInterface
    public interface HashPassword {
        String hash(String password);
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Created(Account account) implements Outcome {}

        /** Nothing was made; every reason at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    private final Accounts accounts;
    private final HashPassword hashing;

    public CreateAccount(Accounts accounts, HashPassword hashing) {
        this.accounts = accounts;
        this.hashing = hashing;
    }

    /**
     * Makes it.
     *
     * @param way who makes it
     */
    public Outcome create(String username, String fullName, Role role, String password, LetIn way) {
        List<Finding> findings = check(username, fullName, password);
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        Account account = new Account(username, fullName.strip(), role, false, true);
        return accounts.add(account, hashing.hash(password), way)
                ? new Outcome.Created(account)
                : new Outcome.Refused(List.of(malformed("username", username + " đã có (expected: tên chưa dùng)")));
    }

    /** Gives an account that is there another password, and opens it where it was closed. */
    public Outcome renew(Account account, String password, LetIn way) {
        List<Finding> findings = check(account.username(), account.fullName(), password);
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        Account open = new Account(account.username(), account.fullName(), account.role(), account.demo(), true);
        accounts.renew(open.username(), hashing.hash(password), way);
        return new Outcome.Created(open);
    }

    /**
     * Gives an open account the password that its person chose.
     *
     * @param checked the hash that the present password was checked against; nothing is changed where it is another by now
     * @param around makes the change, and whatever belongs to it; says whether it was made
     */
    Outcome change(Account account, String checked, String password, Predicate<BooleanSupplier> around) {
        List<Finding> findings = check(account.username(), account.fullName(), password);
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        String hash = hashing.hash(password);
        return around.test(() -> accounts.replaceHash(account.username(), checked, hash))
                ? new Outcome.Created(account)
                : new Outcome.Refused(List.of(malformed(
                        "current", "tài khoản vừa bị đóng hoặc vừa có mật khẩu khác (expected: đăng nhập lại)")));
    }

    /** What is wrong with this name and password; nothing where an account can be made of them. */
    static List<Finding> check(String username, String fullName, String password) {
        List<Finding> findings = new ArrayList<>();
        if (!Account.isUsername(username)) {
            findings.add(malformed(
                    "username", username + " (expected: 3 đến 64 ký tự a-z 0-9 . _ - và bắt đầu bằng chữ hoặc số)"));
        }
        if (fullName.isBlank()) {
            findings.add(malformed("fullName", "trống (expected: họ và tên)"));
        }
        if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            findings.add(malformed("password", "quá ngắn (expected: ít nhất " + SHORTEST_PASSWORD + " ký tự)"));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            findings.add(
                    malformed("password", "quá dài (expected: nhiều nhất " + LONGEST_PASSWORD_BYTES + " byte UTF-8)"));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username) && !username.isEmpty()) {
            findings.add(malformed("password", "chứa tên đăng nhập (expected: không đoán được từ tên)"));
        }
        if (findings.isEmpty() && CommonPasswords.contain(password)) {
            findings.add(malformed(
                    "password", "quá thường gặp (expected: một câu riêng của mình, như vài từ không liên quan nhau)"));
        }
        return findings;
    }

    private static Finding malformed(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
