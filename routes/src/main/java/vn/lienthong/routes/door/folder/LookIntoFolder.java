package vn.lienthong.routes.door.folder;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.access.ExchangeFolders;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.routes.platform.CatchAll;

/** One look into a system's folder after the other: takes what it left, puts what arrived for it. */
public final class LookIntoFolder {

    private static final Logger LOG = LoggerFactory.getLogger(LookIntoFolder.class);

    /** A look that is not heard of for so long went down with its process. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int LONGEST_ERROR = 500;

    private final Registry registry;
    private final FolderLooks looks;
    private final TakeFiles taking;
    private final PutCopies putting;
    private final FolderAlerts alerts;
    private final FolderBounds bounds;
    private final Clock clock;

    /**
     * Whose folders there are, and what they may do.
     *
     * @param systems by id, as {@link vn.lienthong.gateway.access.Systems#credentials} has them
     */
    record Registry(ExchangeFolders folders, Function<String, Optional<Credentials>> systems) {}

    LookIntoFolder(
            Registry registry,
            FolderLooks looks,
            TakeFiles taking,
            PutCopies putting,
            FolderAlerts alerts,
            FolderBounds bounds,
            Clock clock) {
        this.registry = registry;
        this.looks = looks;
        this.taking = taking;
        this.putting = putting;
        this.alerts = alerts;
        this.bounds = bounds;
        this.clock = clock;
    }

    /** One look, if it is due. */
    @CatchAll("whatever we stumble over, the folder is looked into again later; it is logged and on record")
    public void look(String systemId) {
        if (!looks.begin(systemId, clock.instant(), clock.instant().plus(LEASE))) {
            return;
        }
        Optional<ExchangeFolder> folder = registry.folders().find(systemId);
        Optional<Credentials> system = registry.systems().apply(systemId);
        if (folder.isEmpty() || system.isEmpty()) {
            return;
        }
        try {
            look(FolderPlace.of(folder.get()), system.get().caller());
            went(systemId);
        } catch (IOException e) {
            failed(systemId, shown(e));
        } catch (RuntimeException e) {
            LOG.error("folder of {} failed here", systemId, e);
            failed(systemId, "lỗi của cổng này, xem nhật ký");
        }
    }

    private void look(FolderPlace place, Caller caller) throws IOException {
        Runnable keep = () -> looks.keep(caller.systemId(), clock.instant().plus(LEASE));
        place.check();
        List<IOException> troubles = new ArrayList<>();
        for (MessageKind kind : MessageKind.values()) {
            attempt(() -> taking.take(place, kind, caller, keep), troubles);
            attempt(() -> putting.put(place, kind, caller, keep), troubles);
        }
        if (!troubles.isEmpty()) {
            throw troubles.getFirst();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A full disk keeps nothing from being taken, nor a file that cannot be read another from being put. */
    private static void attempt(Step step, List<IOException> troubles) {
        try {
            step.run();
        } catch (IOException e) {
            troubles.add(e);
        }
    }

    private void went(String systemId) {
        boolean wasDown =
                looks.find(systemId).filter(progress -> progress.failures() > 0).isPresent();
        looks.went(systemId, clock.instant(), clock.instant().plus(bounds.every()));
        if (wasDown) {
            alerts.usableAgain(systemId);
        }
    }

    private void failed(String systemId, String error) {
        int before = looks.find(systemId).map(FolderLooks.Progress::failures).orElse(0);
        Duration pause = bounds.pause(before + 1);
        int failures =
                looks.failed(systemId, error, clock.instant(), clock.instant().plus(pause));
        LOG.warn("folder of {}: {} (look {} in a row that failed, next in {})", systemId, error, failures, pause);
        if (failures == bounds.alertAfter()) {
            alerts.down(systemId, failures, error);
        }
    }

    /** What the system says of a file is its path and little more: with the kind of trouble it can be understood. */
    private static String shown(IOException e) {
        String message = String.valueOf(e.getMessage());
        String kind = e.getClass() == IOException.class ? "" : e.getClass().getSimpleName() + " ";
        String line = (kind + message).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }
}
