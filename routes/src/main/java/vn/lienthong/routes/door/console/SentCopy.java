package vn.lienthong.routes.door.console;

import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Recipient;
import vn.lienthong.gateway.status.Status;

/**
 * One recipient of a document that was sent.
 *
 * @param copy empty where none answers for it
 * @param last what it said last
 */
record SentCopy(Recipient recipient, Optional<Delivery> copy, Optional<Status> last) {

    static List<SentCopy> of(Story story) {
        return story.dossier().recipients().stream()
                .map(recipient -> of(story, recipient))
                .toList();
    }

    private static SentCopy of(Story story, Recipient recipient) {
        Optional<Delivery> copy = story.deliveries().stream()
                .filter(delivery ->
                        recipient.delivery().filter(delivery.id()::equals).isPresent())
                .findFirst();
        Optional<Status> last = story.statuses().stream()
                .filter(status -> status.fromCode().equals(recipient.code())
                        || status.from()
                                .filter(from -> copy.flatMap(Delivery::agency)
                                        .filter(from::equals)
                                        .isPresent())
                                .isPresent())
                .reduce((before, after) -> after);
        return new SentCopy(recipient, copy, last);
    }
}
