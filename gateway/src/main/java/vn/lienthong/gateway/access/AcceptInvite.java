package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** A person comes by a one-time link: chooses a password, proves the second factor, and has an account from then on. */
public final class AcceptInvite {

    /** What the person typed. */
    public record Typed(String fullName, String password, String repeated, String code) {

        /** Without the passwords: records are printed in messages. */
        @Override
        public String toString() {
            return "Typed[fullName=" + fullName + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * There is an account.
         *
         * @param recovery to be shown this once; empty where no second factor was set up
         */
        record Accepted(Account account, Optional<RecoveryCodes> recovery) implements Outcome {}

        /** Nothing was made, and the link still works; every reason at once. */
        record Refused(List<Finding> findings) implements Outcome {
            public Refused {
                findings = List.copyOf(findings);
            }
        }

        /** The link was used, replaced or ran out meanwhile. */
        record TooLate() implements Outcome {}
    }

    private final Invites invites;
    private final AccessEvents events;
    private final CreateAccount.HashPassword hashing;
    private final CheckFactor checking;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * Put together of its parts.
     *
     * @param random one that nobody can foresee
     */
    public AcceptInvite(
            Invites invites,
            AccessEvents events,
            CreateAccount.HashPassword hashing,
            CheckFactor checking,
            RandomGenerator random,
            Clock clock) {
        this.invites = invites;
        this.events = events;
        this.hashing = hashing;
        this.checking = checking;
        this.random = random;
        this.clock = clock;
    }

    /** The invitation behind a link, and whether it works now; empty for one that leads nowhere. */
    public Optional<Invites.Kept> find(InviteLink link) {
        return invites.find(link.digest());
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Takes the invitation up.
     *
     * @param secret the key that was shown to the person; empty where no second factor is set up
     */
    public Outcome accept(InviteLink link, Typed typed, Optional<byte[]> secret) {
        Instant now = clock.instant();
        Optional<Invite> invite =
                invites.find(link.digest()).filter(kept -> kept.worksAt(now)).map(Invites.Kept::invite);
        if (invite.isEmpty()) {
            return new Outcome.TooLate();
        }
        OptionalLong step =
                secret.map(key -> checking.step(key, typed.code(), now)).orElse(OptionalLong.empty());
        List<Finding> findings = check(invite.get(), typed, secret.isPresent() && step.isEmpty());
        if (!findings.isEmpty()) {
            return new Outcome.Refused(findings);
        }
        Optional<RecoveryCodes> recovery = secret.map(key -> RecoveryCodes.make(random));
        Optional<Factors.Fresh> factor = secret.map(key -> new Factors.Fresh(
                key, step.orElseThrow(), recovery.orElseThrow().digests()));
        return accepted(link, invite.get(), typed, factor)
                .map(account -> (Outcome) new Outcome.Accepted(account, recovery))
                .orElseGet(Outcome.TooLate::new);
    }

    private Optional<Account> accepted(InviteLink link, Invite invite, Typed typed, Optional<Factors.Fresh> factor) {
        Account account = new Account(invite.username(), typed.fullName().strip(), invite.role(), false, true);
        Instant now = clock.instant();
        String hash = hashing.hash(typed.password());
        String second = factor.isPresent() ? "with second factor" : "without second factor";
        String detail = account.role() + ", " + second + ", invited by " + invite.invitedBy();
        AccessEvent event = new AccessEvent(
                now, "USER:" + account.username(), AccessAct.CAME_BY_INVITATION, account.username(), detail);
        return events.together(() -> {
            boolean accepted = invites.accept(link.digest(), now, account, hash, factor);
            if (accepted) {
                events.add(event);
            }
            return accepted ? Optional.of(account) : Optional.empty();
        });
    }

    private static List<Finding> check(Invite invite, Typed typed, boolean codeWrong) {
        List<Finding> findings =
                new ArrayList<>(CreateAccount.check(invite.username(), typed.fullName(), typed.password()));
        if (!typed.password().equals(typed.repeated())) {
            findings.add(malformed("repeated", "hai lần nhập mật khẩu khác nhau (expected: giống nhau)"));
        }
        if (codeWrong) {
            findings.add(malformed(
                    "code", "không đúng (expected: 6 chữ số ứng dụng đang hiện; kiểm tra giờ của điện thoại)"));
        }
        return findings;
    }

    private static Finding malformed(String where, String text) {
        return Finding.error(ErrorCode.PARAMETER_MALFORMED, where, where + ": " + text);
    }
}
