package vn.lienthong.routes.door.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.gateway.approval.AskToSign;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.approval.Signers;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.tray.Draft;

/** What officers have to do with a draft. */
@Component
final class DraftSigning {

    private final SigningRequests requests;
    private final Signers signers;
    private final SignerKeys keys;

    DraftSigning(SigningRequests requests, Signers signers, SignerKeys keys) {
        this.requests = requests;
        this.signers = signers;
        this.keys = keys;
    }

    /** The request by which the draft is before an officer now. */
    Optional<SigningRequest> held(Draft draft) {
        return requests.of(draft.id()).stream().filter(SigningRequest::isOpen).findFirst();
    }

    /** Puts into the model what was asked and answered, and whether an officer may be asked now. */
    void tell(Draft draft, Clerk clerk, Model model) {
        List<SigningRequest> all = requests.of(draft.id());
        model.addAttribute("requests", all);
        model.addAttribute("now", clerk.now());
        all.stream()
                .filter(SigningRequest::isOpen)
                .findFirst()
                .ifPresent(open -> model.addAttribute("unable", unable(open, clerk.now())));
        model.addAttribute(
                "asks",
                AskToSign.may(draft)
                        && all.stream().noneMatch(SigningRequest::isOpen)
                        && !signers.of(draft.agency(), clerk.now()).isEmpty());
    }

    /** Why the officer cannot sign it now, though it waits; names the text. Empty where nothing is in the way. */
    String unable(SigningRequest open, Instant now) {
        if (signers.find(open.officer(), open.agency(), now).isEmpty()) {
            return "signing.unable.mandate";
        }
        return keys.of(open.officer(), now).isEmpty() ? "signing.unable.key" : "";
    }
}
