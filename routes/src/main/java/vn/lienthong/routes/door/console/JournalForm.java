package vn.lienthong.routes.door.console;

import java.util.Arrays;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvents;

/**
 * What somebody looks for in the journal, as typed; anything may be empty, and what cannot be read counts as empty.
 *
 * @param from first day, ISO, Vietnamese time
 * @param to last day, included
 */
record JournalForm(String who, String act, String about, String from, String to) {

    JournalForm {
        who = who.strip();
        about = about.strip();
    }

    AccessEvents.Query query() {
        return new AccessEvents.Query(
                who,
                Arrays.stream(AccessAct.values())
                        .filter(known -> known.name().equals(act))
                        .findFirst(),
                about,
                Times.date(from).map(Times::startOf),
                Times.date(to).map(day -> Times.startOf(day.plusDays(1))));
    }
}
