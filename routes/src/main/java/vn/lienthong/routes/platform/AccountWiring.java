package vn.lienthong.routes.platform;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CreateAccount;
import vn.lienthong.gateway.jdbc.PostgresAccounts;

/** People: where their accounts lie and how their passwords are kept. */
@Configuration(proxyBeanMethods = false)
class AccountWiring {

    /** About a quarter of a second on one core: nothing for a person, much for who tries a list. */
    private static final int BCRYPT_STRENGTH = 12;

    /** Hashes name their method, so that a better one can take over while old hashes still work. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return encoder();
    }

    /** The same for a command that runs without a gateway. */
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Accounts accounts(Jdbi jdbi, Clock clock) {
        return new PostgresAccounts(jdbi, clock);
    }

    @Bean
    CreateAccount createAccount(Accounts accounts, PasswordEncoder encoder) {
        return new CreateAccount(accounts, encoder::encode);
    }

    /** Everybody knows the passwords of demo accounts. */
    @Bean
    StartCheck noDemoAccounts(Accounts accounts) {
        return () -> {
            String demo = accounts.all().stream()
                    .filter(account -> account.demo() && account.enabled())
                    .map(Account::username)
                    .collect(Collectors.joining(", "));
            return demo.isEmpty()
                    ? Optional.empty()
                    : Optional.of("tài khoản trình diễn còn mở: " + demo
                            + " (dùng thư mục dữ liệu khác cho văn bản thật, đừng dùng lại thư mục của lệnh demo)");
        };
    }
}
