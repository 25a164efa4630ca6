package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Repeats;

/** Calls in a map. */
final class InMemoryRepeats implements Repeats {

    private record Kept(Sha256 request, Instant begunAt, Optional<Answer> answer, Optional<Instant> heldUntil) {
        Kept held(Optional<Instant> until) {
            return new Kept(request, begunAt, answer, until);
        }
    }

    private final Map<List<String>, Kept> kept = new HashMap<>();

    @Override
    public synchronized Known begin(String systemId, String key, Sha256 request, Instant now, Instant forgetBefore) {
        kept.values().removeIf(call -> call.begunAt().isBefore(forgetBefore));
        Kept call = kept.computeIfAbsent(
                List.of(systemId, key), name -> new Kept(request, now, Optional.empty(), Optional.empty()));
        if (!call.request().equals(request)) {
            return new Known.OfAnother();
        }
        return call.answer().<Known>map(Known.Answered::new).orElseGet(() -> new Known.ToDo(call.begunAt()));
    }

    @Override
    public synchronized Known beginAlone(
            String systemId, String key, Sha256 request, Instant now, Instant until, Instant forgetBefore) {
        Known known = begin(systemId, key, request, now, forgetBefore);
        if (!(known instanceof Known.ToDo)) {
            return known;
        }
        Kept call = Objects.requireNonNull(kept.get(List.of(systemId, key)));
        Optional<Instant> live = call.heldUntil().filter(now::isBefore);
        if (live.isPresent()) {
            return new Known.UnderWay(live.get());
        }
        kept.put(List.of(systemId, key), call.held(Optional.of(until)));
        return known;
    }

    @Override
    public synchronized void letGo(String systemId, String key, Instant until) {
        kept.computeIfPresent(
                List.of(systemId, key),
                (name, call) -> call.heldUntil().equals(Optional.of(until)) ? call.held(Optional.empty()) : call);
    }

    @Override
    public synchronized void answer(String systemId, String key, Answer answer) {
        kept.computeIfPresent(
                List.of(systemId, key),
                (name, call) -> new Kept(
                        call.request(), call.begunAt(), call.answer().or(() -> Optional.of(answer)), call.heldUntil()));
    }
}
