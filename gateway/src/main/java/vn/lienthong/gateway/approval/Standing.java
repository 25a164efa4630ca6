package vn.lienthong.gateway.approval;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.tray.Draft;

/** What a signing request says of the draft as it is now; its name names the text. */
public enum Standing {
    ASKED,
    /** The draft's file carries the signature: as it was signed, or with another signature or the agency's seal on top. */
    SIGNED,
    /** The officer signed, and the clerk put another file in since. */
    CHANGED_SINCE,
    REFUSED,
    TAKEN_BACK;

    /**
     * How each stands.
     *
     * @param newestFirst those of the draft, which was not sent
     */
    public static Map<RequestId, Standing> of(Draft draft, List<SigningRequest> newestFirst) {
        Set<Sha256> carried = new HashSet<>();
        draft.files().stream().limit(1).forEach(main -> {
            carried.add(main.bytes().digest());
            main.before().ifPresent(before -> carried.add(before.digest()));
        });
        Map<RequestId, Standing> stands = new LinkedHashMap<>();
        for (SigningRequest request : newestFirst) {
            Standing stand = of(request, carried);
            stands.put(request.id(), stand);
            if (stand == SIGNED) {
                // What was signed on top of another signature carries that too.
                carried.add(request.asked());
            }
        }
        return stands;
    }

    private static Standing of(SigningRequest request, Set<Sha256> carried) {
        return switch (request.state()) {
            case ASKED -> ASKED;
            case REFUSED -> REFUSED;
            case TAKEN_BACK -> TAKEN_BACK;
            case SIGNED ->
                request.bytes()
                                .filter(bytes -> carried.contains(bytes.digest()))
                                .isPresent()
                        ? SIGNED
                        : CHANGED_SINCE;
        };
    }
}
