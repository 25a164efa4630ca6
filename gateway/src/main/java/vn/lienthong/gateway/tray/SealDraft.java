package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.packet.AttachmentContent;
import vn.lienthong.gateway.seal.SealBy;
import vn.lienthong.gateway.seal.SealOrder;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.seal.SealShapes;
import vn.lienthong.gateway.seal.Spot;

/**
 * Puts the agency's seal on a file of a draft: on the document itself with its picture, on an annex as text at its upper
 * right (Decree 30/2020/NĐ-CP, Annex I). What the file was before is kept until the draft is sent.
 */
public final class SealDraft {

    private static final String REASON = "Ban hành";

    private final Drafts drafts;
    private final SealPdf sealing;
    private final Vault vault;
    private final Agencies agencies;
    private final Clock clock;

    public SealDraft(Drafts drafts, SealPdf sealing, Vault vault, Agencies agencies, Clock clock) {
        this.drafts = drafts;
        this.sealing = sealing;
        this.vault = vault;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Sealed(Draft after) implements Outcome {}

        /** Somebody changed or sent the draft meanwhile. */
        record Changed() implements Outcome {}

        record NotSealed(SealPdf.Outcome why) implements Outcome {}
    }

    /**
     * Whether the file may be sealed: a PDF that was not sealed here. An annex names its document, so that needs its number.
     *
     * @param number of the file, from 0
     */
    public static boolean may(Draft draft, int number) {
        DraftFile file = draft.files().get(number);
        return file.isPdf() && file.before().isEmpty() && draft.sent().isEmpty() && (number == 0 || isNumbered(draft));
    }

    /** Whether number and symbol of the document are filled in. */
    public static boolean isNumbered(Draft draft) {
        return !draft.fields().number().isEmpty() && !draft.fields().notation().isEmpty();
    }

    /** The body that sends the draft today: the one whose seal it gets. */
    public AgencyId sealer(Draft draft) {
        return agencies.current().currentOf(draft.agency(), clock.instant());
    }

    /** Where it would stand. */
    public SealPdf.Look look(Draft draft, int number, Optional<Spot> spot) throws IOException {
        return sealing.look(order(draft, number, spot));
    }

    public Outcome seal(Draft draft, int number, Optional<Spot> spot, String actor) throws IOException {
        SealBy by = new SealBy(actor, draft.id().toString());
        return switch (sealing.seal(order(draft, number, spot), by)) {
            case SealPdf.Outcome.Sealed sealed -> lay(draft, number, sealed, by);
            case SealPdf.Outcome other -> new Outcome.NotSealed(other);
        };
    }

    /** Whether the draft is as it was shown: else what is sealed for it comes to nothing. */
    boolean stands(Draft shown) {
        return drafts.find(shown.id())
                .filter(kept ->
                        kept.revision() == shown.revision() && kept.sent().isEmpty())
                .isPresent();
    }

    /** Lays the sealed file into the draft, unless that was changed, sent or discarded meanwhile. */
    Outcome lay(Draft draft, int number, SealPdf.Outcome.Sealed sealed, SealBy by) {
        SealUse use = new SealUse(
                sealed.seal().agency(), sealed.seal().certificate().facts().certificate(), by.actor(), sealed.at());
        DraftFile file = draft.files().get(number).sealed(sealed.bytes(), SealedAs.of(draft, number), use);
        Draft after = with(draft, number, file, sealed.at());
        if (!drafts.replace(draft, after)) {
            sealing.unused(by, sealed, "the draft was changed, sent or discarded meanwhile");
            return new Outcome.Changed();
        }
        return new Outcome.Sealed(after);
    }

    /**
     * Takes the seal off again.
     *
     * @return false where the draft was changed or sent meanwhile, or the file was not sealed here
     */
    public boolean undo(Draft draft, int number, String actor) {
        DraftFile file = draft.files().get(number);
        if (file.before().isEmpty()) {
            return false;
        }
        StoredBytes before = file.before().get();
        boolean undone =
                drafts.replace(draft, with(draft, number, new DraftFile(file.name(), before), clock.instant()));
        if (undone) {
            sealing.takenOff(new SealBy(actor, draft.id().toString()), file.bytes(), before);
        }
        return undone;
    }

    static Draft with(Draft draft, int number, DraftFile file, Instant now) {
        List<DraftFile> files = new ArrayList<>(draft.files());
        files.set(number, file);
        return draft.carrying(files, now);
    }

    SealOrder order(Draft draft, int number, Optional<Spot> spot) {
        DraftFile file = draft.files().get(number);
        AgencyId sealer = sealer(draft);
        AgencyDirectory directory = agencies.current();
        String agency =
                directory.agency(sealer, clock.instant()).map(Agency::name).orElse("");
        return new SealOrder(
                sealer,
                agency,
                AttachmentContent.of(
                        file.bytes().digest(),
                        file.bytes().length(),
                        () -> vault.read(file.bytes().digest())),
                file.name(),
                REASON,
                number == 0 ? SealShapes.seal(agency) : SealShapes.annexOf(SealedAs.document(draft)),
                number == 0 ? spot : Optional.empty());
    }
}
