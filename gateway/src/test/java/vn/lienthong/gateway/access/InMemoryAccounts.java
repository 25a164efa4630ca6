package vn.lienthong.gateway.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts in a map. */
public final class InMemoryAccounts implements Accounts {

    private record Kept(Account account, String hash) {}

    private final Map<String, Kept> kept = new TreeMap<>();

    @Override
    public Optional<Account> find(String username) {
        return Optional.ofNullable(kept.get(username)).map(Kept::account);
    }

    @Override
    public Optional<String> passwordHash(String username) {
        return Optional.ofNullable(kept.get(username)).map(Kept::hash);
    }

    @Override
    public void save(Account account, String passwordHash) {
        kept.put(account.username(), new Kept(account, passwordHash));
    }

    @Override
    public boolean add(Account account, String passwordHash) {
        return kept.putIfAbsent(account.username(), new Kept(account, passwordHash)) == null;
    }

    @Override
    public List<Account> all() {
        return kept.values().stream().map(Kept::account).toList();
    }
}
