package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.finding.Finding;

class CreateAccountTest {

    private static final String GOOD = "một mật khẩu đủ dài";

    private static final LetIn WAY = new LetIn("CLI:root", Instant.parse("2026-03-01T02:00:00Z"));

    private final Accounts accounts = new InMemoryAccounts();
    private final CreateAccount creating =
            new CreateAccount(accounts, password -> "{reversed}" + new StringBuilder(password).reverse());

    @Test
    void keepsTheHashAndNeverThePassword() {
        Account an = new Account("an.nv", "Nguyễn Văn An", Role.OPERATOR, false, true);
        assertThat(creating.create("an.nv", " Nguyễn Văn An ", Role.OPERATOR, GOOD, WAY))
                .isEqualTo(new CreateAccount.Outcome.Created(an));
        assertThat(accounts.find("an.nv")).contains(an);
        assertThat(accounts.passwordHash("an.nv").orElseThrow())
                .startsWith("{reversed}")
                .doesNotContain(GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "an, Nguyễn Văn An, một mật khẩu đủ dài, username",
        "An.NV, Nguyễn Văn An, một mật khẩu đủ dài, username",
        "an.nv, ' ', một mật khẩu đủ dài, fullName",
        "an.nv, Nguyễn Văn An, 0123456789z, password",
        "an.nv, Nguyễn Văn An, 12345an.nv12345, password",
        "an.nv, Nguyễn Văn An, Password123456, password",
        "an.nv, Nguyễn Văn An, 2026MatKhau!!!!!, password",
        "an.nv, Nguyễn Văn An, mat khau 123456, password",
        "an.nv, Nguyễn Văn An, 123123123123, password",
        "an.nv, Nguyễn Văn An, abcdefghijklm, password",
        "an.nv, Nguyễn Văn An, 1234567890123, password",
        "an.nv, Nguyễn Văn An, vietnamvietnam, password",
        "an.nv, Nguyễn Văn An, aaaaaabbbbbb, password",
        "an.nv, Nguyễn Văn An, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, password"
    })
    void refusesWithThePlace(String username, String fullName, String password, String where) {
        CreateAccount.Outcome outcome = creating.create(username, fullName, Role.OPERATOR, password, WAY);
        assertThat(outcome).isInstanceOf(CreateAccount.Outcome.Refused.class);
        assertThat(((CreateAccount.Outcome.Refused) outcome).findings())
                .extracting(Finding::where)
                .containsExactly(where);
        assertThat(((CreateAccount.Outcome.Refused) outcome).findings().toString())
                .doesNotContain(password);
        assertThat(accounts.all()).isEmpty();
    }

    @Test
    void neverTakesOverAnAccount() {
        creating.create("an.nv", "Nguyễn Văn An", Role.AUDITOR, GOOD, WAY);
        assertThat(creating.create("an.nv", "Người Khác", Role.ADMINISTRATOR, GOOD + "!", WAY))
                .isInstanceOf(CreateAccount.Outcome.Refused.class);
        assertThat(accounts.find("an.nv").orElseThrow().role()).isEqualTo(Role.AUDITOR);
    }
}
