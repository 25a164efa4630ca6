package vn.lienthong.routes.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** Systems that speak for their own agencies, about a document of the victim's: they hear what they would hear of one that is not there. */
record InTheOwnName(House house, Visitors visitors, Targets targets, Ask asking) {

    void tryAll(Operation.Door door, String what) {
        actAbout(door, what, House.OTHER, Stranger.OTHER);
        actAbout(door, what, House.SUPERIOR, Stranger.SUPERIOR);
        actAbout(door, what, House.BELOW, Stranger.BELOW);
        actAbout(door, what, House.BEHIND_PEER, Stranger.PEER);
    }

    private void actAbout(Operation.Door door, String what, String from, Stranger stranger) {
        String real = hand(door, what, from, targets.sentNumber, stranger);
        assertThat(real).isEqualTo(hand(door, what, from, Papers.number(), stranger));
        assertThat(real).doesNotContain(targets.telling());
    }

    private String hand(Operation.Door door, String what, String from, String number, Stranger stranger) {
        Shown who = visitors.shown(stranger);
        String documentId = Papers.documentId(House.VICTIM, number);
        boolean isStatus = !what.equals("recall");
        byte[] packet = isStatus
                ? Papers.status(what, from, House.VICTIM, documentId)
                : Papers.recall(from, House.PARTNER, documentId);
        HttpResponse<String> answer = house.send(who.http(), asking.hand(door, isStatus, packet, who));
        assertThat(answer.statusCode()).as(Compare.start(answer)).isLessThan(300);
        assertThat(answer.body()).doesNotContain("FAIL");
        return Compare.plain(answer.body(), documentId)
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "UUID")
                .replaceAll("\"docId\":\"[^\"]+\"", "docId")
                .replaceAll("DocId\":\"[^\"]+\"", "DocId")
                .replaceAll("docId>[^<]+<", "docId")
                // The same was said of the victim's document through another door before.
                .replaceAll("repeated\\W+(true|false)", "repeated")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    }
}
