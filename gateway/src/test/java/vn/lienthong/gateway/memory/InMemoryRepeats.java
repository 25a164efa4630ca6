package vn.lienthong.gateway.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Repeats;

/** Calls in a map. */
final class InMemoryRepeats implements Repeats {

    private record Kept(Sha256 request, Instant begunAt, Optional<Answer> answer) {}

    private final Map<List<String>, Kept> kept = new HashMap<>();

    @Override
    public synchronized Known begin(String systemId, String key, Sha256 request, Instant now, Instant forgetBefore) {
        kept.values().removeIf(call -> call.begunAt().isBefore(forgetBefore));
        Kept call = kept.computeIfAbsent(List.of(systemId, key), name -> new Kept(request, now, Optional.empty()));
        if (!call.request().equals(request)) {
            return new Known.OfAnother();
        }
        return call.answer().<Known>map(Known.Answered::new).orElseGet(() -> new Known.ToDo(call.begunAt()));
    }

    @Override
    public synchronized void answer(String systemId, String key, Answer answer) {
        kept.computeIfPresent(
                List.of(systemId, key),
                (name, call) ->
                        new Kept(call.request(), call.begunAt(), call.answer().or(() -> Optional.of(answer))));
    }
}
