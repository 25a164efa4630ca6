package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.LetIn;
import vn.lienthong.gateway.access.Role;

class DemoAccountsTest {

    @Test
    void serveDoesNotStartWithAnOpenDemoAccount() {
        assertThat(refusal(account("demo", true, true), account("an.nv", false, true)))
                .hasValueSatisfying(text -> assertThat(text).contains("demo").doesNotContain("an.nv"));
    }

    @Test
    void aClosedOneDoesNoHarm() {
        assertThat(refusal(account("demo", true, false), account("an.nv", false, true)))
                .isEmpty();
        assertThat(refusal()).isEmpty();
    }

    private static Optional<String> refusal(Account... accounts) {
        return new AccountWiring().noDemoAccounts(new Listed(List.of(accounts))).refusal();
    }

    private static Account account(String username, boolean demo, boolean enabled) {
        return new Account(username, "Người thử", Role.OPERATOR, demo, enabled);
    }

    private record Listed(List<Account> all) implements Accounts {

        @Override
        public Optional<Account> find(String username) {
            return all.stream()
                    .filter(account -> account.username().equals(username))
                    .findFirst();
        }

        @Override
        public Optional<String> passwordHash(String username) {
            return Optional.empty();
        }

        @Override
        public void save(Account account, String passwordHash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean add(Account account, String passwordHash, LetIn way) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void renew(String username, String passwordHash, LetIn way) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LetIn> letIn(String username) {
            return Optional.empty();
        }

        @Override
        public void letIn(String username, LetIn way) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean close(String username) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isLastAdministrator(String username) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RoleChange changeRole(String username, Role from, Role to, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reset(String username, String passwordHash, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replaceHash(String username, String checked, String passwordHash) {
            throw new UnsupportedOperationException();
        }
    }
}
