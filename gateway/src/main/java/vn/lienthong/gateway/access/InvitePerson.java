package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** Makes a one-time link for a person: to a new account, or back into one that is there, which keeps its role. */
public final class InvitePerson {

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * There is a link.
         *
         * @param renews whether there is an account of that name already
         */
        record Invited(Invite invite, InviteLink link, boolean renews) implements Outcome {}

        /** Nothing was made; every reason at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    private final Accounts accounts;
    private final Invites invites;
    private final AccessEvents events;
    private final RandomGenerator random;
    private final Clock clock;
    private final Duration lifetime;

    /**
     * Put together of its parts.
     *
     * @param random one that nobody can foresee
     */
    public InvitePerson(
            Accounts accounts,
            Invites invites,
            AccessEvents events,
            RandomGenerator random,
            Clock clock,
            Duration lifetime) {
        this.accounts = accounts;
        this.invites = invites;
        this.events = events;
        this.random = random;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Invites somebody new. An account that is there is not taken over so: see {@link #renew}. */
    public Outcome invite(String username, String fullName, Role role, String actor) {
        List<Finding> findings = new ArrayList<>();
        if (!Account.isUsername(username)) {
            findings.add(malformed(
                    "username", username + " (expected: 3 đến 64 ký tự a-z 0-9 . _ - và bắt đầu bằng chữ hoặc số)"));
        }
        if (fullName.isBlank()) {
            findings.add(malformed("fullName", "trống (expected: họ và tên)"));
        }
        if (accounts.find(username).isPresent()) {
            findings.add(malformed("username", username + " đã có (expected: tên chưa dùng)"));
        }
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        return made(username, fullName.strip(), role, actor, false);
    }

    /** A way back for somebody whose password or second factor is lost. What was there works until the link is used. */
    public Outcome renew(Account account, String actor) {
        return made(account.username(), account.fullName(), account.role(), actor, true);
    }

    private Outcome made(String username, String fullName, Role role, String actor, boolean renews) {
        InviteLink link = InviteLink.make(random);
        Instant now = clock.instant();
        Invite invite = new Invite(username, fullName, role, renews, actor, now, now.plus(lifetime));
        return events.together(() -> {
            invites.add(link.digest(), invite);
            events.add(new AccessEvent(now, actor, AccessAct.INVITED, username, role + ", " + invite.expiresAt()));
            return new Outcome.Invited(invite, link, renews);
        });
    }

    private static Finding malformed(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
