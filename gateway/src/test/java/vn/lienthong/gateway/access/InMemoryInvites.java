package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/** Invitations in a map, to accounts and factors that lie in maps as well. */
public final class InMemoryInvites implements Invites {

    private final Accounts accounts;
    private final Factors factors;
    private final Map<Sha256, Kept> kept = new LinkedHashMap<>();

    public InMemoryInvites(Accounts accounts, Factors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    @Override
    public void add(Sha256 token, Invite invite) {
        kept.values()
                .removeIf(other ->
                        other.usedAt().isEmpty() && other.invite().username().equals(invite.username()));
        kept.put(token, new Kept(invite, Optional.empty()));
    }

    @Override
    public Optional<Kept> find(Sha256 token) {
        return Optional.ofNullable(kept.get(token));
    }

    @Override
    public List<Kept> unused() {
        List<Kept> unused = new ArrayList<>(
                kept.values().stream().filter(one -> one.usedAt().isEmpty()).toList());
        Collections.reverse(unused);
        return unused;
    }

    @Override
    public boolean accept(
            Sha256 token, Instant now, Account account, String passwordHash, Optional<Factors.Fresh> factor) {
        Optional<Invite> invite =
                find(token).filter(one -> one.worksAt(now)).map(Kept::invite).filter(one -> fits(one, account));
        invite.ifPresent(used -> {
            kept.put(token, new Kept(used, Optional.of(now)));
            accounts.save(account, passwordHash);
            accounts.letIn(account.username(), new LetIn(used.invitedBy(), now));
            factors.remove(account.username());
            factor.ifPresent(fresh -> factors.set(account.username(), fresh, now));
        });
        return invite.isPresent();
    }

    private boolean fits(Invite invite, Account account) {
        Optional<Account> there = accounts.find(account.username());
        return invite.username().equals(account.username())
                && invite.role() == account.role()
                && invite.renews() == there.isPresent()
                && there.map(known -> known.role() == invite.role()).orElse(true);
    }
}
