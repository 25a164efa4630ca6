package vn.lienthong.gateway.tray;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.SealBy;
import vn.lienthong.gateway.seal.SealMany;
import vn.lienthong.gateway.seal.SealPdf;

/**
 * Puts the agency's seal on the files of many drafts together, each where it usually stands. Every file has an outcome of its own
 * and is laid into its draft as soon as it is sealed: a cut in between leaves the others as they were, to be sealed later, and
 * none is sealed twice, since a draft takes a seal only as it was when it was shown.
 */
public final class SealDrafts {
    private final SealDraft one;
    private final SealPdf looking;
    private final SealMany sealing;

    public SealDrafts(SealDraft one, SealPdf looking, SealMany sealing) {
        this.one = one;
        this.looking = looking;
        this.sealing = sealing;
    }

    /**
     * A file that would be sealed, and what would become of it.
     *
     * @param sealer the body whose seal it would get
     */
    public record Line(Draft draft, int number, AgencyId sealer, SealPdf.Look look) {}

    /** A file that was to be sealed, and what came of it. */
    public record Result(Draft draft, int number, SealDraft.Outcome outcome) {}

    /** Which files of a draft may be sealed now: the document itself, and its annexes. */
    public static List<Integer> files(Draft draft) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < draft.files().size(); number++) {
            if (SealDraft.may(draft, number)) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** Looks at all files without sealing; the key is not asked for. */
    public List<Line> look(List<Draft> drafts) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            for (int number : files(draft)) {
                SealPdf.Look look = looking.look(one.order(draft, number, Optional.empty()));
                lines.add(new Line(draft, number, one.sealer(draft), look));
            }
        }
        return lines;
    }

    /**
     * Seals them.
     *
     * @param drafts as they were shown to who confirms
     * @return in the order of drafts and files
     */
    public List<Result> seal(List<Draft> drafts, String actor) throws IOException {
        List<SealMany.Asked> asked = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        Map<DraftId, Draft> now = new HashMap<>();
        for (Draft draft : drafts) {
            now.put(draft.id(), draft);
            SealBy by = new SealBy(actor, draft.id().toString());
            for (int number : files(draft)) {
                asked.add(new SealMany.Asked(
                        one.order(draft, number, Optional.empty()),
                        by,
                        () -> one.stands(now.getOrDefault(draft.id(), draft))));
                // Who is not wanted any more when its turn comes stays so.
                results.add(new Result(draft, number, new SealDraft.Outcome.Changed()));
            }
        }
        sealing.seal(asked, (place, outcome) -> {
            Result result = results.get(place);
            Draft current = now.getOrDefault(result.draft().id(), result.draft());
            SealDraft.Outcome laid =
                    switch (outcome) {
                        case SealPdf.Outcome.Sealed sealed ->
                            one.lay(
                                    current,
                                    result.number(),
                                    sealed,
                                    asked.get(place).by());
                        case SealPdf.Outcome other -> new SealDraft.Outcome.NotSealed(other);
                    };
            if (laid instanceof SealDraft.Outcome.Sealed sealed) {
                now.put(current.id(), sealed.after());
            }
            results.set(place, new Result(result.draft(), result.number(), laid));
        });
        return results;
    }
}
