package vn.lienthong.gateway.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/** Keys of officers in memory. */
public final class InMemorySignerKeys implements SignerKeys {

    private final List<SignerKey> keys = new ArrayList<>();
    private final Map<SignerId, Extras> extras = new HashMap<>();
    private final Map<SignerId, Sha256> refused = new HashMap<>();

    @Override
    public boolean add(SignerKey key, Extras with) {
        boolean followed = keys.stream()
                .anyMatch(other -> other.username().equals(key.username())
                        && !other.from().isBefore(key.from())
                        && other.holdsAt(other.from()));
        if (followed) {
            return false;
        }
        keys.replaceAll(other -> other.username().equals(key.username()) && other.holdsAt(key.from())
                ? other.endedAt(key.from())
                : other);
        keys.add(key);
        extras.put(key.id(), with);
        return true;
    }

    @Override
    public Optional<SignerKey> of(String username, Instant at) {
        return keys.stream()
                .filter(key -> key.username().equals(username) && key.holdsAt(at))
                .findFirst();
    }

    @Override
    public List<SignerKey> all() {
        return List.copyOf(keys);
    }

    @Override
    public Optional<SignerKey> find(SignerId id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public Optional<byte[]> secret(SignerId id) {
        return Optional.ofNullable(extras.get(id)).flatMap(Extras::secret);
    }

    @Override
    public Optional<byte[]> picture(SignerId id) {
        return Optional.ofNullable(extras.get(id)).flatMap(Extras::picture);
    }

    @Override
    public Optional<Sha256> refused(SignerId id) {
        return Optional.ofNullable(refused.get(id));
    }

    @Override
    public void refuse(SignerId id, Sha256 secret, Instant at) {
        refused.put(id, secret);
    }

    @Override
    public void letTry(SignerId id) {
        refused.remove(id);
    }

    @Override
    public boolean end(SignerId id, Instant at) {
        boolean open =
                find(id).filter(key -> key.to().map(at::isBefore).orElse(true)).isPresent();
        keys.replaceAll(key -> open && key.id().equals(id) ? key.endedAt(at) : key);
        return open;
    }
}
