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
 * @param about the document that a status answers, where its door knows: on the wire a status names a document id only, which
 *     a document shares with its updates
 * @param sealed files of it that got their agency's seal here
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
        Optional<DossierId> about,
        List<SealedFile> sealed,
        Instant receivedAt) {

    public Submission {
        addressedTo = List.copyOf(addressedTo);
        sealed = List.copyOf(sealed);
    }

    /** A submission of which nothing was sealed here. */
    public Submission(
            StoredBytes bytes,
            MessageKind kind,
            Channel channel,
            Caller caller,
            Optional<AgencyCode> statedSender,
            List<AgencyCode> addressedTo,
            Optional<String> transportId,
            Optional<String> idempotencyKey,
            Optional<DossierId> about,
            Instant receivedAt) {
        this(
                bytes,
                kind,
                channel,
                caller,
                statedSender,
                addressedTo,
                transportId,
                idempotencyKey,
                about,
                List.of(),
                receivedAt);
    }

    /** A submission about which its door knows no more than the bytes say. */
    public Submission(
            StoredBytes bytes,
            MessageKind kind,
            Channel channel,
            Caller caller,
            Optional<AgencyCode> statedSender,
            List<AgencyCode> addressedTo,
            Optional<String> transportId,
            Optional<String> idempotencyKey,
            Instant receivedAt) {
        this(
                bytes,
                kind,
                channel,
                caller,
                statedSender,
                addressedTo,
                transportId,
                idempotencyKey,
                Optional.empty(),
                receivedAt);
    }

    /** A status in a person's name, about the document that the person looks at. */
    public static Submission answering(DossierId document, StoredBytes status, Caller person, Instant now) {
        return new Submission(
                status,
                MessageKind.STATUS,
                Channel.CONSOLE,
                person,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(document),
                now);
    }

    /** The same, with what of it was sealed here. */
    public Submission sealed(List<SealedFile> files) {
        return new Submission(
                bytes,
                kind,
                channel,
                caller,
                statedSender,
                addressedTo,
                transportId,
                idempotencyKey,
                about,
                files,
                receivedAt);
    }

    /** As evidence names who handed it in: a person by name, a system with the door it came through. */
    public String actor() {
        return caller.isPerson() ? caller.actor() : channel + ":" + caller.systemId();
    }
}
