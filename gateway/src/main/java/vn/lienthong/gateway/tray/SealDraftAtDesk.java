package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.StillMay;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.OpenHandOff;
import vn.lienthong.gateway.desk.ReceiveSigned;
import vn.lienthong.gateway.desk.SignedBack;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.DeskSeals;
import vn.lienthong.gateway.seal.SealBy;
import vn.lienthong.gateway.seal.SealPdf;

/**
 * Has a file of a draft sealed where the agency's token is, and puts what comes back in its place: as {@link SealDraft} does with
 * what is sealed here. Where the draft changed meanwhile, or who sealed it may no longer, it stays as it is.
 */
public final class SealDraftAtDesk implements ReceiveSigned {

    private final Drafts drafts;
    private final SealDraft sealing;
    private final DeskSeals seals;
    private final OpenHandOff opening;
    private final StillMay still;

    public SealDraftAtDesk(Drafts drafts, SealDraft sealing, DeskSeals seals, OpenHandOff opening, StillMay still) {
        this.drafts = drafts;
        this.sealing = sealing;
        this.seals = seals;
        this.opening = opening;
        this.still = still;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Opened(OpenHandOff.Opened opened) implements Outcome {}

        /** The key is not at a desk: the file can be sealed here. */
        record Here() implements Outcome {}

        record NotOpened(SealPdf.Outcome why) implements Outcome {}
    }

    /** Which file of which draft, as it was then. */
    private record Target(DraftId draft, int revision, int number) {

        static Target of(HandOff handOff) {
            String[] parts = handOff.target().split(" ", 3);
            return new Target(
                    new DraftId(UUID.fromString(parts[0])), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }

        String text() {
            return draft + " " + revision + " " + number;
        }
    }

    /**
     * Makes the file ready to be sealed at a desk; ask {@link SealDraft#may} first.
     *
     * @param actor who seals, as evidence names people
     */
    public Outcome open(Draft draft, int number, String actor) throws IOException {
        return switch (sealing.look(draft, number, Optional.empty())) {
            case SealPdf.Look.Fits here -> new Outcome.Here();
            case SealPdf.Look.Hindered hindered ->
                hindered.why() instanceof SealPdf.Outcome.AtDesk atDesk
                        ? opened(draft, number, actor, atDesk.seal())
                        : new Outcome.NotOpened(hindered.why());
        };
    }

    private Outcome opened(Draft draft, int number, String actor, AgencySeal seal) throws IOException {
        DraftFile file = draft.files().get(number);
        return new Outcome.Opened(opening.open(new OpenHandOff.Wanted(
                number == 0 ? DeskPurpose.DRAFT_SEAL : DeskPurpose.DRAFT_ANNEX,
                new Target(draft.id(), draft.revision(), number).text(),
                actor,
                file.bytes(),
                file.name(),
                Set.of(seal.certificate().facts().certificate()))));
    }

    /** The draft that a hand-off of these purposes is for. */
    public static DraftId draft(HandOff handOff) {
        return Target.of(handOff).draft();
    }

    @Override
    public Set<DeskPurpose> purposes() {
        return Set.of(DeskPurpose.DRAFT_SEAL, DeskPurpose.DRAFT_ANNEX);
    }

    @Override
    public Received receive(HandOff handOff, SignedBack back) {
        Target target = Target.of(handOff);
        Optional<Draft> found = drafts.find(target.draft())
                .filter(draft -> draft.revision() == target.revision()
                        && SealDraft.may(draft, target.number())
                        && draft.files().get(target.number()).bytes().equals(handOff.pdf()));
        if (found.isEmpty()) {
            return new Received.Refused(DeskRefusal.TARGET_CHANGED, "");
        }
        Draft draft = found.get();
        AgencyId sealer = sealing.sealer(draft);
        Optional<AgencySeal> seal = seals.of(sealer, back.certificate(), back.at())
                .filter(ours -> still.may(handOff.user(), Right.SEAL, sealer, back.at()));
        return seal.isEmpty()
                ? new Received.Refused(DeskRefusal.NO_LONGER_EXPECTED, "")
                : sealed(draft, target.number(), seal.get(), handOff.user(), back);
    }

    private Received sealed(Draft draft, int number, AgencySeal seal, String actor, SignedBack back) {
        SealBy by = new SealBy(actor, draft.id().toString());
        seals.sealed(sealing.order(draft, number, Optional.empty()), seal, by, back.bytes(), back.at());
        SealUse use = new SealUse(seal.agency(), back.certificate(), actor, back.at());
        DraftFile file = draft.files().get(number).sealed(back.bytes(), SealedAs.of(draft, number), use);
        if (drafts.replace(draft, SealDraft.with(draft, number, file, back.at()))) {
            return new Received.Taken();
        }
        seals.unused(by, back.bytes(), "the draft was changed, sent or discarded meanwhile");
        return new Received.Refused(DeskRefusal.TARGET_CHANGED, "");
    }
}
