package vn.lienthong.gateway.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Links to other issuers' subjects in a map. */
public final class InMemoryIdentities implements Identities {

    private record Key(String issuer, String subject) {}

    private final Map<Key, String> links = new HashMap<>();

    @Override
    public Optional<String> username(String issuer, String subject) {
        return Optional.ofNullable(links.get(new Key(issuer, subject)));
    }

    @Override
    public boolean link(String issuer, String subject, String username, Instant at) {
        if (username(issuer, subject).filter(other -> !other.equals(username)).isPresent()) {
            return false;
        }
        links.entrySet()
                .removeIf(link ->
                        link.getKey().issuer().equals(issuer) && link.getValue().equals(username));
        links.put(new Key(issuer, subject), username);
        return true;
    }

    @Override
    public boolean unlink(String username) {
        return links.values().removeIf(username::equals);
    }
}
