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
    public void close(String username) {
        kept.computeIfPresent(username, (name, row) -> {
            Account was = row.account();
            return new Kept(new Account(name, was.fullName(), was.role(), was.demo(), false), row.hash());
        });
    }

    @Override
    public void setHash(String username, String passwordHash) {
        kept.computeIfPresent(username, (name, row) -> new Kept(row.account(), passwordHash));
    }

    @Override
    public boolean replaceHash(String username, String checked, String passwordHash) {
        Kept row = kept.get(username);
        if (row == null || !row.account().enabled() || !row.hash().equals(checked)) {
            return false;
        }
        kept.put(username, new Kept(row.account(), passwordHash));
        return true;
    }

    @Override
    public List<Account> all() {
        return kept.values().stream().map(Kept::account).toList();
    }
}
