package vn.lienthong.routes.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.lienthong.gateway.access.AcceptInvite;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.DecideRegistration;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Identities;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.KeepAccount;
import vn.lienthong.gateway.access.Proposals;
import vn.lienthong.gateway.access.ResetFactor;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.access.SecondPerson;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Sessions;
import vn.lienthong.gateway.agency.Agencies;

/** How people come in and stay in. */
@Configuration(proxyBeanMethods = false)
class PeopleWiring {

    @Bean
    @DependsOnDatabaseInitialization
    People people(Jdbi jdbi, SecretBox box, Clock clock, SecureRandom random, GatewayConfiguration configuration) {
        return new People(jdbi, () -> box, clock, random, configuration.console());
    }

    @Bean
    TwoPeople twoPeople(
            People people,
            DataFolder data,
            Agencies agencies,
            DecideRegistration deciding,
            GatewayConfiguration configuration,
            Mode mode) {
        return new TwoPeople(
                people,
                new TwoPeople.Parts(data.root().resolve("trust"), () -> agencies, () -> deciding),
                configuration.console().secondPerson().isRequired(mode));
    }

    @Bean
    SecondPerson secondPerson(TwoPeople people) {
        return people.secondPerson();
    }

    @Bean
    Proposals proposals(TwoPeople people) {
        return people.proposals();
    }

    @Bean
    AccessEvents accessEvents(People people) {
        return people.events();
    }

    @Bean
    Sessions sessions(People people) {
        return people.sessions();
    }

    @Bean
    Factors factors(People people) {
        return people.factors();
    }

    @Bean
    Identities identities(People people) {
        return people.identities();
    }

    /** Where passwords are off, the one way in besides the issuer must be there when the issuer is not. */
    @Bean
    StartCheck somebodyCanAlwaysComeIn(Accounts accounts, GatewayConfiguration configuration) {
        return () -> Optional.ofNullable(configuration.console().oidc())
                .map(OidcSettings::breakGlass)
                .filter(name -> accounts.find(name)
                        .filter(Account::enabled)
                        .filter(account -> account.role() == Role.ADMINISTRATOR)
                        .isEmpty())
                .map(name -> "lienthong.console.oidc.break-glass: " + name
                        + " (expected: tài khoản quản trị đang mở; tạo bằng admin invite --role administrator)");
    }

    @Bean
    Invites invites(People people) {
        return people.invites();
    }

    @Bean
    CheckFactor checkFactor(People people) {
        return people.checkFactor();
    }

    @Bean
    InvitePerson invitePerson(People people) {
        return people.invitePerson();
    }

    @Bean
    AcceptInvite acceptInvite(People people, PasswordEncoder encoder) {
        return people.acceptInvite(encoder::encode);
    }

    @Bean
    KeepAccount keepAccount(People people, PasswordEncoder encoder) {
        return people.keepAccount(encoder::encode);
    }

    @Bean
    CloseAccount closeAccount(People people) {
        return people.closeAccount();
    }

    @Bean
    ResetFactor resetFactor(People people) {
        return people.resetFactor();
    }
}
