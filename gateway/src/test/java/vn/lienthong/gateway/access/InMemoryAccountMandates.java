package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public void grant(String username, Mandate mandate) {
        List<Mandate> all = kept.computeIfAbsent(username, name -> new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            if (isSame(all.get(i), mandate)) {
                all.set(i, mandate);
                return;
            }
        }
        all.add(mandate);
    }

    private static boolean isSame(Mandate one, Mandate other) {
        return one.agency().equals(other.agency())
                && one.right() == other.right()
                && one.from().equals(other.from());
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
