package vn.lienthong.gateway.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;
import vn.lienthong.gateway.tray.DraftId;
import vn.lienthong.gateway.tray.InMemoryDrafts;

/** Signing requests in a map, beside drafts in another. */
public final class InMemorySigningRequests implements SigningRequests {

    private final Map<RequestId, SigningRequest> kept = new LinkedHashMap<>();
    private final InMemoryDrafts drafts;

    public InMemorySigningRequests(InMemoryDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public boolean add(SigningRequest request) {
        Draft draft = drafts.find(request.draft()).orElseThrow();
        // Only the revision grows.
        if (draft.revision() != request.revision() - 1
                || !drafts.replace(draft, draft.carrying(draft.files(), draft.updatedAt()))) {
            return false;
        }
        drafts.hold(draft.id(), true);
        kept.put(request.id(), request);
        return true;
    }

    @Override
    public Optional<SigningRequest> find(RequestId id) {
        return Optional.ofNullable(kept.get(id)).map(this::withoutDiscarded);
    }

    private SigningRequest withoutDiscarded(SigningRequest one) {
        return drafts.find(one.draft()).isPresent()
                ? one
                : one.decided(one.state(), one.decision().orElseThrow(), Optional.empty());
    }

    @Override
    public List<SigningRequest> all(Set<RequestId> ids) {
        return kept.values().stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static boolean has(SigningRequest one, String text) {
        String all = one.shown().symbol() + " " + one.shown().typeName() + " "
                + one.shown().subject() + " " + one.ask().note();
        return all.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @Override
    public List<SigningRequest> waiting(String officer, String text, int limit) {
        Comparator<SigningRequest> nearest =
                Comparator.comparing(one -> one.ask().due().orElse(java.time.Instant.MAX));
        return kept.values().stream()
                .filter(one -> one.isOpen() && one.officer().equals(officer) && has(one, text))
                .sorted(nearest.thenComparing(one -> -one.shown().urgency())
                        .thenComparing(one -> one.ask().at()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<SigningRequest> decided(String officer, String text, int limit) {
        return kept.values().stream()
                .filter(one -> !one.isOpen() && one.officer().equals(officer) && has(one, text))
                .sorted(Comparator.comparing((SigningRequest one) ->
                                one.decision().orElseThrow().at())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<SigningRequest> open(int limit) {
        return kept.values().stream()
                .filter(SigningRequest::isOpen)
                .sorted(Comparator.comparing(one -> one.ask().at()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<SigningRequest> of(DraftId draft) {
        return kept.values().stream()
                .filter(one -> one.draft().equals(draft))
                .sorted(Comparator.comparing((SigningRequest one) -> one.ask().at())
                        .reversed())
                .toList();
    }

    @Override
    public List<SigningRequest> latest(Set<DraftId> all) {
        return all.stream().flatMap(id -> of(id).stream().limit(1)).toList();
    }

    @Override
    public boolean decide(SigningRequest request, RequestState as, Decision decision) {
        return decide(request, as, decision, Optional.empty());
    }

    private boolean decide(SigningRequest request, RequestState as, Decision decision, Optional<StoredBytes> signed) {
        SigningRequest now = kept.get(request.id());
        if (now == null || !now.isOpen()) {
            return false;
        }
        drafts.hold(now.draft(), false);
        kept.put(now.id(), now.decided(as, decision, signed));
        return true;
    }

    @Override
    public boolean sign(SigningRequest request, StoredBytes signed, Decision decision) {
        Draft draft = drafts.find(request.draft()).orElseThrow();
        boolean same = draft.revision() == request.revision()
                && draft.files().getFirst().bytes().digest().equals(request.asked());
        if (!same || !decide(request, RequestState.SIGNED, decision, Optional.of(signed))) {
            return false;
        }
        List<DraftFile> files = new ArrayList<>(draft.files());
        files.set(0, new DraftFile(files.getFirst().name(), signed));
        return drafts.replace(draft, draft.carrying(files, decision.at()));
    }
}
