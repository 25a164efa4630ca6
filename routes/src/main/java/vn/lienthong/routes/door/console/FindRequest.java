package vn.lienthong.routes.door.console;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;
import vn.lienthong.gateway.approval.Signers;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;

/** A document that was put before this officer, who may still sign for its agency. */
@Component
final class FindRequest {

    private final SigningRequests requests;
    private final Signers signers;
    private final SignerKeys keys;
    private final Clock clock;

    FindRequest(SigningRequests requests, Signers signers, SignerKeys keys, Clock clock) {
        this.requests = requests;
        this.signers = signers;
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws NotFound where there is no such request, or none for this officer now */
    SigningRequest find(ConsoleUser user, String id) {
        return requests.find(NotFound.id(id, RequestId::new))
                .filter(request -> request.officer().equals(user.getUsername()) && may(user, request))
                .orElseThrow(NotFound::new);
    }

    /** Whether the officer may sign for its agency now; who may not, does not read it either. */
    boolean may(ConsoleUser user, SigningRequest request) {
        return signers.find(user.getUsername(), request.agency(), now()).isPresent();
    }

    /** Whether the officer signs with a token at the own desk. */
    boolean isAtDesk(ConsoleUser user) {
        return keys.of(user.getUsername(), now()).filter(SignerKey::isAtDesk).isPresent();
    }

    /** The same of many, asked once for each agency. */
    Predicate<SigningRequest> may(ConsoleUser user) {
        Map<AgencyId, Boolean> known = new HashMap<>();
        Instant now = now();
        return request ->
                known.computeIfAbsent(request.agency(), agency -> signers.find(user.getUsername(), agency, now)
                        .isPresent());
    }

    Instant now() {
        return clock.instant();
    }
}
