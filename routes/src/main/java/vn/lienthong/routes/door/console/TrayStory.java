package vn.lienthong.routes.door.console;

import java.util.List;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.status.Status;
import vn.lienthong.gateway.tray.TrayItem;

/**
 * What of a document's story is its recipient's to see: the document, its own copy, and what was said between it and the
 * sender. How other recipients fare is theirs.
 *
 * @param said by the recipient, and asked of it, in the order it came
 */
record TrayStory(Story story, Delivery copy, List<Status> said, List<TimelineLine> trail) {

    static TrayStory of(Story story, TrayItem item) {
        Delivery copy = story.deliveries().stream()
                .filter(delivery -> delivery.id().equals(item.delivery()))
                .findFirst()
                .orElseThrow(NotFound::new);
        List<Status> said = story.statuses().stream()
                .filter(status -> concerns(status, item))
                .toList();
        return new TrayStory(
                story,
                copy,
                said,
                story.entries().stream()
                        .filter(entry -> isOwn(entry, story, item, said))
                        .map(TimelineLine::of)
                        .toList());
    }

    /** Why the sender wants it back, in the words of the last request. */
    public String askedBecause() {
        return said.stream()
                .filter(status -> status.code().equals("13"))
                .map(Status::description)
                .reduce("", (before, after) -> after);
    }

    private static boolean concerns(Status status, TrayItem item) {
        return status.from().filter(item.agency()::equals).isPresent()
                || (status.code().equals("13")
                        && status.addressee().filter(item.agency()::equals).isPresent());
    }

    private static boolean isOwn(Entry entry, Story story, TrayItem item, List<Status> said) {
        return switch (entry.event()) {
            case SUBMISSION_ACCEPTANCE, HELD, RELEASED, SUBMISSION_REJECTION, VERIFIED_AGAIN ->
                !names(entry, "\"delivery\":") || names(entry, item.delivery().toString());
            case STATUS_RECEIVED ->
                said.stream()
                        .anyMatch(status -> names(entry, status.bytes().digest().hex()));
            default ->
                story.deliveries().stream()
                        .filter(delivery ->
                                delivery.agency().filter(item.agency()::equals).isPresent())
                        .filter(delivery -> delivery.kind() == MessageKind.STATUS
                                || delivery.id().equals(item.delivery()))
                        .anyMatch(delivery -> names(entry, delivery.id().toString()));
        };
    }

    private static boolean names(Entry entry, String text) {
        return entry.detailJson().contains(text);
    }
}
