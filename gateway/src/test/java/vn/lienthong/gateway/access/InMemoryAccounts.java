package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Accounts in a map. */
public final class InMemoryAccounts implements Accounts {

    private record Kept(Account account, String hash) {}

    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<String, LetIn> ways = new TreeMap<>();

    @Override
    public Optional<Account> find(String username) {
        return Optional.ofNullable(kept.get(username)).map(Kept::account);
    }

    @Override
    public Optional<String> passwordHash(String username) {
        return Optional.ofNullable(kept.get(username)).map(Kept::hash);
    }

    @Override
    public Optional<LetIn> letIn(String username) {
        return Optional.ofNullable(ways.get(username));
    }

    @Override
    public void letIn(String username, LetIn way) {
        if (kept.containsKey(username)) {
            ways.put(username, way);
        }
    }

    @Override
    public void save(Account account, String passwordHash) {
        kept.put(account.username(), new Kept(account, passwordHash));
    }

    @Override
    public boolean add(Account account, String passwordHash, LetIn way) {
        boolean added = kept.putIfAbsent(account.username(), new Kept(account, passwordHash)) == null;
        if (added) {
            letIn(account.username(), way);
        }
        return added;
    }

    @Override
    public void renew(String username, String passwordHash, LetIn way) {
        kept.computeIfPresent(username, (name, row) -> {
            Account was = row.account();
            return new Kept(new Account(name, was.fullName(), was.role(), was.demo(), true), passwordHash);
        });
        letIn(username, way);
    }

    @Override
    public boolean close(String username) {
        if (isLastAdministrator(username)) {
            return false;
        }
        kept.computeIfPresent(username, (name, row) -> {
            Account was = row.account();
            return new Kept(new Account(name, was.fullName(), was.role(), was.demo(), false), row.hash());
        });
        return true;
    }

    @Override
    public boolean isLastAdministrator(String username) {
        return all().stream()
                .filter(account -> account.enabled() && account.role() == Role.ADMINISTRATOR)
                .map(Account::username)
                .toList()
                .equals(List.of(username));
    }

    @Override
    public RoleChange changeRole(String username, Role from, Role to, Instant at) {
        Kept row = kept.get(username);
        if (row == null || row.account().role() != from) {
            return RoleChange.MEANWHILE;
        }
        if (to != Role.ADMINISTRATOR && isLastAdministrator(username)) {
            return RoleChange.LAST_ADMINISTRATOR;
        }
        Account was = row.account();
        kept.put(username, new Kept(new Account(username, was.fullName(), to, was.demo(), was.enabled()), row.hash()));
        return RoleChange.CHANGED;
    }

    @Override
    public void reset(String username, String passwordHash, Instant at) {
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
