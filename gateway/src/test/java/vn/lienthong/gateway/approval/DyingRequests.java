package vn.lienthong.gateway.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.DraftId;

/** The process ends before the second one is on record. */
record DyingRequests(SigningRequests kept, SigningRequest at) implements SigningRequests {

    @Override
    public boolean sign(SigningRequest request, StoredBytes signed, Decision decision) {
        if (request.id().equals(at.id())) {
            throw new IllegalStateException("killed");
        }
        return kept.sign(request, signed, decision);
    }

    @Override
    public boolean add(SigningRequest request) {
        return kept.add(request);
    }

    @Override
    public Optional<SigningRequest> find(RequestId id) {
        return kept.find(id);
    }

    @Override
    public List<SigningRequest> all(Set<RequestId> ids) {
        return kept.all(ids);
    }

    @Override
    public List<SigningRequest> waiting(String officer, String text, int limit) {
        return kept.waiting(officer, text, limit);
    }

    @Override
    public List<SigningRequest> decided(String officer, String text, int limit) {
        return kept.decided(officer, text, limit);
    }

    @Override
    public List<SigningRequest> open(int limit) {
        return kept.open(limit);
    }

    @Override
    public List<SigningRequest> of(DraftId draft) {
        return kept.of(draft);
    }

    @Override
    public List<SigningRequest> latest(Set<DraftId> drafts) {
        return kept.latest(drafts);
    }

    @Override
    public boolean decide(SigningRequest request, RequestState as, Decision decision) {
        return kept.decide(request, as, decision);
    }
}
