package vn.lienthong.routes.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.access.AcceptInvite;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Accounts;
import vn.lienthong.gateway.access.ChangeRole;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.CloseAccount;
import vn.lienthong.gateway.access.CreateAccount;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.gateway.access.Identities;
import vn.lienthong.gateway.access.InvitePerson;
import vn.lienthong.gateway.access.Invites;
import vn.lienthong.gateway.access.KeepAccount;
import vn.lienthong.gateway.access.ResetFactor;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Sessions;
import vn.lienthong.gateway.jdbc.PostgresAccessEvents;
import vn.lienthong.gateway.jdbc.PostgresAccounts;
import vn.lienthong.gateway.jdbc.PostgresFactors;
import vn.lienthong.gateway.jdbc.PostgresIdentities;
import vn.lienthong.gateway.jdbc.PostgresInvites;
import vn.lienthong.gateway.jdbc.PostgresSessions;

/**
 * All that is about people who log in, put together: the same for a running gateway and for a command beside it.
 *
 * @param box asked for only where a second factor is read or written: to make it takes half a second
 */
public record People(Jdbi jdbi, Supplier<SecretBox> box, Clock clock, SecureRandom random, ConsoleSettings settings) {

    /** How passwords are kept. */
    public static CreateAccount.HashPassword hashing() {
        return AccountWiring.encoder()::encode;
    }

    /** Whether it is the account's password; false where there is no such account. */
    public boolean isPassword(String username, String password) {
        return accounts()
                .passwordHash(username)
                .filter(hash -> AccountWiring.encoder().matches(password, hash))
                .isPresent();
    }

    /** Where people reach a page of the console, as far as the settings say. */
    public String link(String path) {
        return settings.link(0, path);
    }

    /** The same where the listener's port is known. */
    public String link(int listening, String path) {
        return settings.link(listening, path);
    }

    public Accounts accounts() {
        return new PostgresAccounts(jdbi, clock);
    }

    public AccessEvents events() {
        return new PostgresAccessEvents(jdbi);
    }

    public Sessions sessions() {
        return new PostgresSessions(jdbi);
    }

    public Factors factors() {
        return new PostgresFactors(jdbi, lazyBox());
    }

    public Invites invites() {
        return new PostgresInvites(jdbi, lazyBox());
    }

    public Identities identities() {
        return new PostgresIdentities(jdbi);
    }

    public CloseAccount closeAccount() {
        OidcSettings oidc = settings.oidc();
        return new CloseAccount(accounts(), sessions(), events(), oidc == null ? null : oidc.breakGlass(), clock);
    }

    public ChangeRole changeRole() {
        OidcSettings oidc = settings.oidc();
        return new ChangeRole(accounts(), events(), oidc == null ? null : oidc.breakGlass(), clock);
    }

    public CheckFactor checkFactor() {
        return new CheckFactor(factors(), new OneTimePasswords());
    }

    public InvitePerson invitePerson() {
        return new InvitePerson(accounts(), invites(), events(), random, clock, settings.inviteLifetime());
    }

    AcceptInvite acceptInvite(CreateAccount.HashPassword hashing) {
        return new AcceptInvite(invites(), events(), hashing, checkFactor(), random, clock);
    }

    KeepAccount keepAccount(CreateAccount.HashPassword hashing) {
        CreateAccount creating = new CreateAccount(accounts(), hashing);
        return new KeepAccount(creating, factors(), checkFactor(), sessions(), events(), random, clock);
    }

    public ResetFactor resetFactor() {
        return new ResetFactor(accounts(), events(), invitePerson(), random, clock);
    }

    private SecretBox lazyBox() {
        return new SecretBox() {
            @Override
            public byte[] seal(byte[] secret) {
                return box.get().seal(secret);
            }

            @Override
            public byte[] open(byte[] sealed) {
                return box.get().open(sealed);
            }
        };
    }
}
