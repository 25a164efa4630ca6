package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.FolderCopies;
import vn.lienthong.gateway.delivery.OutgoingBytes;
import vn.lienthong.gateway.dossier.Deliveries;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Puts what arrives for a system into its folder, one file a copy, named by its transport id. A copy that was put and is gone
 * from the folder has been received: that is what such a system can say. Whoever goes down between the file and the record of
 * it puts the same file again.
 */
final class PutCopies {

    private static final String ENDING = ".edxml";
    private static final int PAGE = 100;

    private final CollectDocuments collecting;
    private final OutgoingBytes outgoing;
    private final FolderCopies copies;
    private final FolderBounds bounds;
    private final Clock clock;

    PutCopies(
            CollectDocuments collecting,
            OutgoingBytes outgoing,
            FolderCopies copies,
            FolderBounds bounds,
            Clock clock) {
        this.collecting = collecting;
        this.outgoing = outgoing;
        this.copies = copies;
        this.bounds = bounds;
        this.clock = clock;
    }

    /**
     * Notes what is gone, then puts what is new.
     *
     * @param before what is done before each file, and now and then while it is written
     * @throws IOException for what is wrong with the folder
     */
    void put(FolderPlace place, MessageKind kind, Caller caller, Runnable before) throws IOException {
        Path folder = place.in(kind);
        place.check(folder);
        WholeFile.clear(folder, clock.instant());
        Set<String> lying = stillLying(place, folder, kind, caller);
        int put = 0;
        Optional<Deliveries.Place> after = Optional.empty();
        while (true) {
            List<Delivery> page = collecting.page(caller, kind, after, PAGE);
            for (Delivery delivery : page) {
                if (put == bounds.most() || lying.size() >= bounds.mostLying()) {
                    return;
                }
                if (!lying.contains(delivery.docId())) {
                    before.run();
                    place.check(folder);
                    put += put(folder, kind, caller, delivery.docId(), before) ? 1 : 0;
                    lying.add(delivery.docId());
                }
            }
            if (page.isEmpty()) {
                return;
            }
            after = Optional.of(end(page.getLast(), clock.instant()));
        }
    }

    private static Deliveries.Place end(Delivery last, Instant now) {
        boolean leased = last.state() == DeliveryState.LEASED
                && last.leaseUntil().filter(now::isBefore).isPresent();
        return new Deliveries.Place(leased, last.id());
    }

    private Set<String> stillLying(FolderPlace place, Path folder, MessageKind kind, Caller caller) throws IOException {
        Set<String> lying = new HashSet<>();
        for (String docId : copies.lying(caller.systemId(), kind)) {
            if (!isGone(folder, docId)) {
                lying.add(docId);
                continue;
            }
            // Nothing is gone where the whole folder is, nor what was away only with it.
            place.check();
            if (!isGone(folder, docId)) {
                lying.add(docId);
            } else if (collecting.done(caller, docId) != CollectDocuments.Report.UNKNOWN) {
                copies.gone(caller.systemId(), docId);
            }
            // A copy that is not the caller's now, such as between two mandates, is received when it is so again.
        }
        return lying;
    }

    /** Not known to exist is not yet known to be gone. */
    private static boolean isGone(Path folder, String docId) {
        return Files.notExists(folder.resolve(docId + ENDING), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean put(Path folder, MessageKind kind, Caller caller, String docId, Runnable keep) throws IOException {
        Optional<Delivery> delivery = collecting.take(caller, docId);
        if (delivery.isEmpty()) {
            return false;
        }
        try (InputStream content = new KeptUp(outgoing.of(delivery.get()).open(), keep, clock)) {
            WholeFile.write(folder.resolve(docId + ENDING), content);
        }
        copies.put(caller.systemId(), kind, docId, clock.instant());
        return true;
    }
}
