package vn.lienthong.gateway.memory;

import java.util.ArrayList;
import java.util.List;
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
        return kept.stream().limit(limit).toList();
    }
}
