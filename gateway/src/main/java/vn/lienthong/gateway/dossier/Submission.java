package vn.lienthong.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.agency.AgencyCode;

/**
 * What a door hands over: never the bytes themselves, only where they lie.
 *
 * @param statedSender the sender as the transport names it, where it does
 * @param addressedTo recipients as the transport names them; may narrow the packet's recipients, never widen them; empty
 *     means all of the packet's
 * @param transportId the caller's own name for this hand-in, for tracing
 * @param idempotencyKey the caller's key for repeats, where its dialect has one
 */
public record Submission(
        StoredBytes bytes,
        MessageKind kind,
        Channel channel,
        Caller caller,
        Optional<AgencyCode> statedSender,
        List<AgencyCode> addressedTo,
        Optional<String> transportId,
        Optional<String> idempotencyKey,
        Instant receivedAt) {

    public Submission {
        addressedTo = List.copyOf(addressedTo);
    }

    /** As evidence names who handed it in: a person by name, a system with the door it came through. */
    public String actor() {
        return caller.isPerson() ? caller.actor() : channel + ":" + caller.systemId();
    }
}
