package vn.lienthong.gateway.approval;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.OpenHandOff;
import vn.lienthong.gateway.desk.ReceiveSigned;
import vn.lienthong.gateway.desk.SignedBack;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.finding.Finding;

/**
 * Has an officer sign a request with the token at the own desk, and puts what comes back in the draft, as {@link SignChunk} does with
 * what is signed here: who was asked may still sign then, the request is still open, and the file is still the one that was read.
 */
public final class SignRequestAtDesk implements ReceiveSigned {

    private final SigningRequests requests;
    private final Signers signers;
    private final SignerKeys keys;
    private final SignFile files;
    private final OpenHandOff opening;
    private final ApprovalJournal journal;
    private final Clock clock;

    public SignRequestAtDesk(
            SigningRequests requests,
            Signers signers,
            SignerKeys keys,
            SignFile files,
            OpenHandOff opening,
            ApprovalJournal journal,
            Clock clock) {
        this.requests = requests;
        this.signers = signers;
        this.keys = keys;
        this.files = files;
        this.opening = opening;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Opened(OpenHandOff.Opened opened) implements Outcome {}

        /** The key is not at a desk: the file can be signed here. */
        record Here() implements Outcome {}

        /**
         * What would hinder a signature made here hinders this one.
         *
         * @param findings what is in the file, where it is refused
         */
        record NotOpened(ItemOutcome why, List<Finding> findings) implements Outcome {
            public NotOpened {
                findings = List.copyOf(findings);
            }
        }
    }

    /** Which request, and what it was lined up in. */
    private record Target(RequestId request, Optional<BatchId> batch) {

        static Target of(HandOff handOff) {
            String[] parts = handOff.target().split(" ", 2);
            return new Target(
                    new RequestId(UUID.fromString(parts[0])),
                    parts.length < 2 ? Optional.empty() : Optional.of(new BatchId(UUID.fromString(parts[1]))));
        }

        String text() {
            return request + batch.map(id -> " " + id).orElse("");
        }
    }

    /** The request that a hand-off of this purpose is for. */
    public static RequestId request(HandOff handOff) {
        return Target.of(handOff).request();
    }

    /** The username of who signs it. */
    public static String officer(HandOff handOff) {
        return handOff.user().substring(Caller.PERSON.length());
    }

    /** What the request was lined up in with others, if it was. */
    public static Optional<BatchId> batch(HandOff handOff) {
        return Target.of(handOff).batch();
    }

    /**
     * Makes the file ready to be signed at the officer's desk; the token and its PIN are what the officer confirms with. That the key
     * is asked is on record before the addresses are told.
     *
     * @param request as it is on record, of this officer
     * @param batch what goes on afterwards; empty where nothing does
     */
    public Outcome open(SigningRequest request, Optional<BatchId> batch) throws IOException {
        Instant now = clock.instant();
        Optional<StoredBytes> file =
                request.bytes().filter(bytes -> bytes.digest().equals(request.asked()));
        if (!request.isOpen() || file.isEmpty()) {
            return new Outcome.NotOpened(ItemOutcome.CHANGED, List.of());
        }
        if (signers.find(request.officer(), request.agency(), now).isEmpty()) {
            return new Outcome.NotOpened(ItemOutcome.NO_MANDATE, List.of());
        }
        Optional<SignerKey> key = keys.of(request.officer(), now);
        if (key.isEmpty()) {
            return new Outcome.NotOpened(ItemOutcome.NO_KEY, List.of());
        }
        if (!key.get().isAtDesk()) {
            return new Outcome.Here();
        }
        List<Finding> findings = files.screen(request.shown().fileName(), file.get());
        return findings.isEmpty()
                ? opened(request, file.get(), new Target(request.id(), batch), certificate(key.get()))
                : new Outcome.NotOpened(ItemOutcome.FILE_REFUSED, findings);
    }

    private Outcome opened(SigningRequest request, StoredBytes file, Target target, Sha256 certificate)
            throws IOException {
        OpenHandOff.Opened opened = opening.open(new OpenHandOff.Wanted(
                DeskPurpose.OFFICER,
                target.text(),
                actor(request),
                file,
                request.shown().fileName(),
                Set.of(certificate)));
        journal.note(
                AccessAct.SIGN_ASKED,
                actor(request),
                request,
                "certificate " + certificate + ", hand-off " + opened.handOff().id());
        return new Outcome.Opened(opened);
    }

    @Override
    public Set<DeskPurpose> purposes() {
        return Set.of(DeskPurpose.OFFICER);
    }

    /** With its timestamp, as what is signed here. */
    @Override
    public SignedBack ready(HandOff handOff, SignedBack back) throws IOException {
        Optional<SigningRequest> found = requests.find(request(handOff));
        return found.isEmpty()
                ? back
                : new SignedBack(
                        files.stamped(found.get().agency(), back.bytes(), back.at()), back.certificate(), back.at());
    }

    @Override
    public Received receive(HandOff handOff, SignedBack back) {
        Optional<SigningRequest> found = requests.find(request(handOff))
                .filter(request -> request.isOpen()
                        && request.bytes().equals(Optional.of(handOff.pdf()))
                        && actor(request).equals(handOff.user()));
        if (found.isEmpty()) {
            return new Received.Refused(DeskRefusal.TARGET_CHANGED, "");
        }
        SigningRequest request = found.get();
        if (signers.find(request.officer(), request.agency(), back.at()).isEmpty()) {
            return new Received.Refused(DeskRefusal.NO_MANDATE, "");
        }
        return keys.of(request.officer(), back.at())
                        .filter(SignerKey::isAtDesk)
                        .filter(key -> certificate(key).equals(back.certificate()))
                        .isPresent()
                ? signed(request, back)
                : new Received.Refused(DeskRefusal.NO_LONGER_EXPECTED, "");
    }

    private Received signed(SigningRequest request, SignedBack back) {
        Decision decision = new Decision(actor(request), back.at(), "", Optional.of(back.certificate()));
        boolean kept = journal.noted(
                () -> requests.sign(request, back.bytes(), decision),
                AccessAct.SIGNED,
                actor(request),
                request,
                "certificate " + back.certificate() + " → " + back.bytes().digest());
        if (kept) {
            return new Received.Taken();
        }
        journal.note(
                AccessAct.SIGN_UNUSED,
                actor(request),
                request,
                back.bytes().digest().hex());
        return new Received.Refused(DeskRefusal.TARGET_CHANGED, "");
    }

    private static String actor(SigningRequest request) {
        return Caller.PERSON + request.officer();
    }

    private static Sha256 certificate(SignerKey key) {
        return key.certificate().facts().certificate();
    }
}
