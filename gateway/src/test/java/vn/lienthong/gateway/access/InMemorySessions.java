package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Since when sessions count, in a map. */
public final class InMemorySessions implements Sessions {

    private final Accounts accounts;
    private final Map<String, Instant> from = new HashMap<>();

    public InMemorySessions(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean counts(String username, Role role, Instant begunAt) {
        return accounts.find(username)
                .filter(account -> account.enabled() && account.role() == role)
                .filter(account -> !begunAt.isBefore(from.getOrDefault(username, Instant.MIN)))
                .isPresent();
    }

    @Override
    public void endBefore(String username, Instant at) {
        from.merge(username, at, (one, other) -> one.isAfter(other) ? one : other);
    }
}
