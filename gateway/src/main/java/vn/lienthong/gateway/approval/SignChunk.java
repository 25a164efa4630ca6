package vn.lienthong.gateway.approval;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.seal.HeldKeys;
import vn.lienthong.gateway.seal.KeyTrouble;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.RefusedToSign;
import vn.lienthong.gateway.signature.key.Signed;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;

/**
 * Signs some documents of a batch under one authorisation of the key. Each is looked at again right before: who was asked may
 * still sign, and the file is the one that was confirmed. The key's use is on record before it is asked.
 */
public final class SignChunk {

    private static final Logger LOG = LoggerFactory.getLogger(SignChunk.class);

    private final SigningRequests requests;
    private final SigningBatches batches;
    private final Signers signers;
    private final SignFile files;
    private final ApprovalJournal journal;
    private final Clock clock;

    public SignChunk(
            SigningRequests requests,
            SigningBatches batches,
            Signers signers,
            SignFile files,
            ApprovalJournal journal,
            Clock clock) {
        this.requests = requests;
        this.batches = batches;
        this.signers = signers;
        this.files = files;
        this.journal = journal;
        this.clock = clock;
    }

    /** One that the key is to be asked for. */
    private record Ready(SigningRequest request, StoredBytes file, PreparedPdf prepared, Instant at) {}

    /**
     * Signs what can be signed and writes down what became of each.
     *
     * @throws SigningException when the key cannot be used: what was not written down waits
     */
    void sign(SigningBatch batch, List<SigningBatch.Item> items, OpenSigner signer)
            throws SigningException, InterruptedException {
        Optional<HeldKeys.Opened<SignerKey>> key = signer.key(clock.instant());
        if (key.isEmpty()) {
            items.forEach(item -> note(batch, item.request(), ItemOutcome.NO_KEY, ""));
            return;
        }
        Picture picture = files.picture(key.get().held());
        List<Ready> ready = new ArrayList<>();
        for (SigningBatch.Item item : items) {
            prepared(batch, item, key.get(), picture).ifPresent(ready::add);
        }
        if (!ready.isEmpty()) {
            ask(batch, ready, key.get(), signer);
        }
    }

    private Optional<Ready> prepared(
            SigningBatch batch, SigningBatch.Item item, HeldKeys.Opened<SignerKey> key, Picture picture) {
        Instant now = clock.instant();
        Optional<SigningRequest> found = requests.find(item.request())
                .filter(request -> request.isOpen() && request.asked().equals(item.digest()));
        if (found.isEmpty() || found.get().bytes().isEmpty()) {
            note(batch, item.request(), ItemOutcome.CHANGED, "");
            return Optional.empty();
        }
        SigningRequest request = found.get();
        Optional<Account> officer = signers.find(request.officer(), request.agency(), now);
        if (officer.isEmpty()) {
            note(batch, item.request(), ItemOutcome.NO_MANDATE, "");
            return Optional.empty();
        }
        StoredBytes file = request.bytes().get();
        try {
            return Optional.of(new Ready(
                    request,
                    file,
                    files.prepare(file, key, picture, officer.get().fullName(), now),
                    now));
        } catch (RefusedToSign refused) {
            note(batch, item.request(), ItemOutcome.FILE_REFUSED, codes(refused));
        } catch (SigningException | IOException unfit) {
            note(batch, item.request(), ItemOutcome.UNFIT, String.valueOf(unfit.getMessage()));
        } catch (RuntimeException fault) {
            // A stranger's bytes found a fault of the program that draws: this file is not signed, and the others are.
            LOG.error("request {}: {} cannot be drawn on", request.id(), request.asked(), fault);
            note(batch, item.request(), ItemOutcome.UNFIT, "PDF: " + fault + " (expected: a sound file)");
        }
        return Optional.empty();
    }

    private static String codes(RefusedToSign refused) {
        return refused.findings().stream()
                .map(finding -> finding.code().name())
                .distinct()
                .collect(Collectors.joining(","));
    }

    private void ask(SigningBatch batch, List<Ready> ready, HeldKeys.Opened<SignerKey> key, OpenSigner signer)
            throws SigningException, InterruptedException {
        ready.forEach(one -> journal.note(AccessAct.SIGN_ASKED, actor(one), one.request(), certificate(key)));
        List<byte[]> toBeSigned =
                ready.stream().map(one -> one.prepared().toBeSigned()).toList();
        List<Signed> values;
        try {
            values = signer.ask(
                    () -> key.key()
                            .signAll(toBeSigned, ready.getFirst().prepared().algorithm()),
                    ready.size(),
                    clock.instant());
        } catch (SigningException lost) {
            signer.lost(lost, clock.instant());
            ready.forEach(one -> failed(one, lost));
            throw lost;
        }
        List<SigningException> stops = new ArrayList<>();
        for (int i = 0; i < ready.size(); i++) {
            switch (values.get(i)) {
                case Signed.Value value -> keep(batch, ready.get(i), value.bytes(), key);
                case Signed.Failed not ->
                    lost(batch, ready.get(i), not.why(), signer).ifPresent(stops::add);
            }
        }
        if (!stops.isEmpty()) {
            throw stops.getFirst();
        }
    }

    /** @return why nothing else may be asked of the key: its PIN, or the key itself, is refused */
    private Optional<SigningException> lost(SigningBatch batch, Ready one, SigningException why, OpenSigner signer) {
        signer.lost(why, clock.instant());
        failed(one, why);
        if (KeyTrouble.of(why) != KeyTrouble.OTHER) {
            return Optional.of(why);
        }
        note(batch, one.request().id(), ItemOutcome.KEY_UNUSABLE, KeyTold.of(batch, why));
        return Optional.empty();
    }

    private void keep(SigningBatch batch, Ready one, byte[] value, HeldKeys.Opened<SignerKey> key) {
        SigningRequest request = one.request();
        Optional<StoredBytes> complete = completed(batch, one, value);
        if (complete.isEmpty()) {
            return;
        }
        StoredBytes signed = complete.get();
        Decision decision = new Decision(
                actor(one),
                one.at(),
                "",
                Optional.of(key.held().certificate().facts().certificate()));
        boolean kept = journal.noted(
                () -> requests.sign(request, signed, decision) && noted(batch, request),
                AccessAct.SIGNED,
                actor(one),
                request,
                certificate(key) + " → " + signed.digest());
        if (!kept) {
            journal.note(
                    AccessAct.SIGN_UNUSED, actor(one), request, signed.digest().hex());
            note(batch, request.id(), ItemOutcome.CHANGED, "");
        }
    }

    /** The signed file; where it cannot be made, this one is told so and the others go on. */
    private Optional<StoredBytes> completed(SigningBatch batch, Ready one, byte[] value) {
        try {
            return Optional.of(files.complete(one.request().agency(), one.file(), one.prepared(), value, one.at()));
        } catch (SigningException | IOException unfit) {
            failed(one, unfit);
            note(batch, one.request().id(), ItemOutcome.UNFIT, String.valueOf(unfit.getMessage()));
        } catch (RuntimeException fault) {
            LOG.error(
                    "request {}: {} cannot be completed",
                    one.request().id(),
                    one.request().asked(),
                    fault);
            failed(one, fault);
            note(batch, one.request().id(), ItemOutcome.UNFIT, "PDF: " + fault + " (expected: a sound file)");
        }
        return Optional.empty();
    }

    /** In the transaction in which the request is signed. */
    private boolean noted(SigningBatch batch, SigningRequest request) {
        batches.signed(batch.id(), request.id(), clock.instant());
        return true;
    }

    private void failed(Ready one, Exception why) {
        journal.note(AccessAct.SIGN_FAILED, actor(one), one.request(), String.valueOf(why.getMessage()));
    }

    private static String actor(Ready one) {
        return Caller.PERSON + one.request().officer();
    }

    private static String certificate(HeldKeys.Opened<SignerKey> key) {
        return "certificate " + key.held().certificate().facts().certificate();
    }

    private void note(SigningBatch batch, RequestId request, ItemOutcome outcome, String detail) {
        batches.note(batch, request, outcome, detail, clock.instant());
    }
}
