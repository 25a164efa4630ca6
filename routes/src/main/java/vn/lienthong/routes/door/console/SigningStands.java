package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.approval.Standing;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftId;

/** Whether what officers signed is what a draft carries now; pages ask it by its name. */
@Component
final class SigningStands {

    private final SigningRequests requests;

    SigningStands(SigningRequests requests) {
        this.requests = requests;
    }

    /** How each request of the draft stands. */
    public Map<RequestId, Standing> of(Draft draft) {
        return Standing.of(draft, requests.of(draft.id()));
    }

    /** Whether an officer signed it and nothing of that is in its file any more. */
    public boolean changed(Draft draft) {
        return of(draft).values().stream()
                .filter(SigningStands::isSignature)
                .findFirst()
                .filter(newest -> newest == Standing.CHANGED_SINCE)
                .isPresent();
    }

    private static boolean isSignature(Standing stand) {
        return stand == Standing.SIGNED || stand == Standing.CHANGED_SINCE;
    }

    /** How the latest request of each of these stands. */
    public Map<DraftId, Standing> latest(List<Draft> drafts) {
        Map<DraftId, Draft> known = drafts.stream().collect(Collectors.toMap(Draft::id, draft -> draft));
        return requests.latest(known.keySet()).stream()
                .collect(Collectors.toMap(
                        SigningRequest::draft, request -> Standing.of(known.get(request.draft()), List.of(request))
                                .get(request.id())));
    }
}
