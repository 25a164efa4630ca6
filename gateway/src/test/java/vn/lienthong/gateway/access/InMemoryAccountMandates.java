package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.AgencyId;

/** Mandates of people in a map. */
public final class InMemoryAccountMandates implements AccountMandates {

    private final Accounts accounts;
    private final Map<String, List<Mandate>> kept = new LinkedHashMap<>();

    public InMemoryAccountMandates(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Mandate> of(String username) {
        return List.copyOf(kept.getOrDefault(username, List.of()));
    }

    @Override
    public boolean grant(String username, Mandate mandate) {
        List<Mandate> all = kept.computeIfAbsent(username, name -> new ArrayList<>());
        return all.stream().noneMatch(known -> isSame(known, mandate)) && all.add(mandate);
    }

    @Override
    public boolean end(String username, Mandate ended) {
        List<Mandate> all = kept.getOrDefault(username, List.of());
        Instant end = ended.to().orElseThrow();
        for (int i = 0; i < all.size(); i++) {
            if (isSame(all.get(i), ended) && !all.get(i).isOverAt(end)) {
                all.set(i, ended);
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Mandate one, Mandate other) {
        return one.agency().equals(other.agency())
                && one.right() == other.right()
                && one.from().equals(other.from());
    }

    @Override
    public Set<String> holders(Right right, AgencyId agency, Instant at) {
        return accounts.all().stream()
                .filter(Account::enabled)
                .map(Account::username)
                .filter(name -> Caller.person(name, of(name)).may(right, agency, at))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isServed(AgencyId agency, Instant at) {
        return accounts.all().stream()
                .filter(account -> account.enabled() && account.role() == Role.CLERK)
                .anyMatch(account -> Caller.person(account.username(), of(account.username()))
                        .may(Right.COLLECT, agency, at));
    }

    @Override
    public boolean isClaimed(AgencyId agency, Instant at) {
        return accounts.all().stream()
                .filter(account -> account.role() == Role.CLERK)
                .anyMatch(account -> Caller.person(account.username(), of(account.username()))
                        .may(Right.COLLECT, agency, at));
    }
}
