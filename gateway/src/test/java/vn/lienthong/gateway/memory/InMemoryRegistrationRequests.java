package vn.lienthong.gateway.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.gateway.access.RegistrationRequests;

/** Requests in a list; the store gives them their numbers. */
final class InMemoryRegistrationRequests implements RegistrationRequests {

    private final List<Request> kept = new ArrayList<>();

    @Override
    public synchronized void add(Request request) {
        kept.add(new Request(kept.size() + 1L, request.at(), request.systemId(), request.operation(), request.body()));
    }

    @Override
    public synchronized List<Request> open(int limit) {
        return kept.stream()
                .filter(request -> request.decision().isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Request> decided(int limit) {
        return kept.stream()
                .filter(request -> request.decision().isPresent())
                .sorted(Comparator.comparing((Request request) ->
                                request.decision().orElseThrow().at())
                        .thenComparing(Request::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Request> find(long id) {
        return kept.stream().filter(request -> request.id() == id).findFirst();
    }

    @Override
    public synchronized boolean decide(long id, Function<Request, Decision> making) {
        Optional<Request> open = find(id).filter(request -> request.decision().isEmpty());
        open.ifPresent(request -> kept.set(
                (int) id - 1,
                new Request(
                        id,
                        request.at(),
                        request.systemId(),
                        request.operation(),
                        request.body(),
                        Optional.of(making.apply(request)))));
        return open.isPresent();
    }
}
