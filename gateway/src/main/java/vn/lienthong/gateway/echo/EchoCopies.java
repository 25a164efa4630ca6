package vn.lienthong.gateway.echo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.delivery.DeliverySettings;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.MessageKind;

/**
 * Which copies an echo answers now. One whose answer failed rests for the collect lease; its failure is on record as any
 * system's, but only until an operator was told: a copy that can never be answered must not make its chain grow for ever.
 */
public final class EchoCopies {
    private final CollectDocuments collecting;
    private final DeliverySettings settings;
    private final Clock clock;

    public EchoCopies(CollectDocuments collecting, DeliverySettings settings, Clock clock) {
        this.collecting = collecting;
        this.settings = settings;
        this.clock = clock;
    }

    /** At most so many copies; those that rest are listed behind the others, so they keep none from being found. */
    public List<Delivery> due(Caller echo, MessageKind kind, int most) {
        Instant now = clock.instant();
        return collecting.page(echo, kind, Optional.empty(), most).stream()
                .filter(copy -> !rests(copy, now))
                .toList();
    }

    private static boolean rests(Delivery copy, Instant now) {
        return copy.state() == DeliveryState.LEASED
                && copy.leaseUntil().filter(now::isBefore).isPresent();
    }

    /** The copy was not answered: it rests. */
    public void failed(Caller echo, Delivery copy) {
        if (copy.failures() < settings.alertAfterFailures()) {
            collecting.fail(echo, copy.docId());
        }
        collecting.processing(echo, copy.docId());
    }
}
