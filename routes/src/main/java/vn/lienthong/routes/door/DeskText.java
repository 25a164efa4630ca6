package vn.lienthong.routes.door;

import java.util.Set;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffState;

/** Which text tells a person that a hand-off came to nothing, and what to do. */
public final class DeskText {

    /** What hinders an incoming stamp, as its receiver names it. */
    private static final Set<String> OF_STAMPS = Set.of("Taken", "Entered", "AskFirst", "AskFar");

    private DeskText() {}

    /**
     * Its key in the messages.
     *
     * @param state how it stands, over and not returned
     */
    public static String of(HandOff handOff, HandOffState state) {
        return handOff.refusal().map(why -> of(handOff, why)).orElse("desk.state." + state);
    }

    /** Whether the text says all, so that what was found need not be shown beside it. */
    public static boolean saysAll(HandOff handOff) {
        return handOff.refusal()
                .filter(why -> why == DeskRefusal.FAULT || isOfStamp(handOff, why))
                .isPresent();
    }

    private static String of(HandOff handOff, DeskRefusal why) {
        if (isOfStamp(handOff, why)) {
            return "desk.stamp." + handOff.detail();
        }
        // What was received is never edited: the way out of a draft's clerk is none here.
        boolean received = why == DeskRefusal.CHANGED_CONTENT && handOff.purpose() == DeskPurpose.INCOMING_STAMP;
        return "desk.refused." + why + (received ? "." + handOff.purpose() : "");
    }

    private static boolean isOfStamp(HandOff handOff, DeskRefusal why) {
        return why == DeskRefusal.TARGET_CHANGED
                && handOff.purpose() == DeskPurpose.INCOMING_STAMP
                && OF_STAMPS.contains(handOff.detail());
    }
}
