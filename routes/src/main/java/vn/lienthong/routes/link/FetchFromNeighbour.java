package vn.lienthong.routes.link;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.Neighbour;
import vn.lienthong.gateway.access.Neighbours;
import vn.lienthong.gateway.delivery.NeighbourRounds;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.routes.platform.CatchAll;

/**
 * Fetches what waits at a neighbour, round by round: lists documents and statuses, takes each over, and goes on where one
 * will not come. A neighbour that cannot be reached is left alone for longer and longer.
 */
public final class FetchFromNeighbour {

    private static final Logger LOG = LoggerFactory.getLogger(FetchFromNeighbour.class);

    /** A round that is not heard of for so long went down with its process. */
    private static final Duration ROUND_LEASE = Duration.ofSeconds(30);

    /** So many items in a row that do not come through are the neighbour's trouble, not theirs. */
    private static final int LOST_IN_A_ROW = 3;

    private final NeighbourWire wire;
    private final TakeOver takingOver;
    private final Registry registry;
    private final NeighbourRounds rounds;
    private final NeighbourAlerts alerts;
    private final RoundSettings settings;
    private final Clock clock;

    /**
     * Who the neighbours are, and what they may do here.
     *
     * @param peers by system id, as {@link vn.lienthong.gateway.access.Systems#credentials} has them
     * @param reachedAgain is told of a neighbour that answers after it did not: what goes there need not wait any more
     */
    public record Registry(
            Neighbours neighbours, Function<String, Optional<Credentials>> peers, Consumer<String> reachedAgain) {}

    public FetchFromNeighbour(
            NeighbourWire wire,
            TakeOver takingOver,
            Registry registry,
            NeighbourRounds rounds,
            NeighbourAlerts alerts,
            RoundSettings settings,
            Clock clock) {
        this.wire = wire;
        this.takingOver = takingOver;
        this.registry = registry;
        this.rounds = rounds;
        this.alerts = alerts;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round, if it is due. */
    public void fetch(String systemId) {
        if (!rounds.begin(systemId, clock.instant(), clock.instant().plus(ROUND_LEASE))) {
            return;
        }
        Optional<Neighbour> neighbour = registry.neighbours().find(systemId);
        Optional<Credentials> peer = registry.peers().apply(systemId);
        if (neighbour.isEmpty() || peer.isEmpty()) {
            return;
        }
        try {
            new Round(neighbour.get(), peer.get().caller()).run();
        } catch (IOException e) {
            failed(systemId, Unreached.text(e));
        } catch (OutboundRefused e) {
            failed(systemId, AxisReply.shown(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String systemId, String error) {
        int before =
                rounds.find(systemId).map(NeighbourRounds.Progress::failures).orElse(0);
        Duration pause = settings.pause(before + 1);
        int failures =
                rounds.failed(systemId, error, clock.instant(), clock.instant().plus(pause));
        LOG.warn("neighbour {}: {} (round {} in a row that failed, next in {})", systemId, error, failures, pause);
        if (failures == settings.alertAfter()) {
            alerts.down(systemId, failures, error);
        }
    }

    /** One look at a neighbour's lists. */
    private final class Round {

        private final Neighbour neighbour;
        private final Caller peer;
        private int tried;
        private int taken;
        private int lostInARow;

        Round(Neighbour neighbour, Caller peer) {
            this.neighbour = neighbour;
            this.peer = peer;
        }

        void run() throws IOException, InterruptedException {
            Map<MessageKind, List<AxisListed>> lists = new LinkedHashMap<>();
            for (MessageKind kind : MessageKind.values()) {
                lists.put(kind, list(kind));
            }
            // Statuses have their share of every round, however many documents wait.
            int share = Math.max(1, settings.most() / MessageKind.values().length);
            for (Map.Entry<MessageKind, List<AxisListed>> list : lists.entrySet()) {
                take(list.getKey(), list.getValue(), tried + share);
            }
            int documents = lists.get(MessageKind.EDOC).size();
            int statuses = lists.get(MessageKind.STATUS).size();
            boolean more = documents > share || statuses > share;
            reached(new NeighbourRounds.Waiting(documents, statuses), more && taken > 0);
        }

        private List<AxisListed> list(MessageKind kind) throws IOException, InterruptedException {
            NeighbourWire.Received received = wire.received(neighbour, kind);
            alerts.listed(id(), kind, received);
            if (received.read().isEmpty() && !received.tooLong().isEmpty()) {
                throw new IOException("danh sách " + NeighbourWire.wireName(kind)
                        + ": ngày nào cũng quá dài (expected: tăng outbound.longest-answer)");
            }
            Set<String> seen = new HashSet<>();
            List<AxisListed> listed = received.items().stream()
                    .filter(item -> seen.add(item.docId()))
                    .toList();
            // What lies in a day that could not be read is not over.
            if (received.tooLong().isEmpty()) {
                rounds.forgetAllBut(
                        id(), kind, listed.stream().map(AxisListed::docId).collect(Collectors.toSet()));
            }
            return listed;
        }

        private void take(MessageKind kind, List<AxisListed> listed, int most)
                throws IOException, InterruptedException {
            for (AxisListed item : listed) {
                if (tried >= most) {
                    return;
                }
                boolean rests = rounds.stuck(id(), item.docId())
                        .filter(stuck -> stuck.nextTryAt().isAfter(clock.instant()))
                        .isPresent();
                if (!rests) {
                    tried++;
                    rounds.keep(id(), clock.instant().plus(ROUND_LEASE));
                    settle(new NeighbourRounds.Item(kind, item.docId()), outcome(kind, item));
                }
            }
        }

        @CatchAll("a document that we stumble over must not keep the others from coming; it is logged and tried again")
        private TakeOver.Outcome outcome(MessageKind kind, AxisListed item) throws InterruptedException {
            try {
                return takingOver.take(neighbour, peer, kind, item);
            } catch (OutboundRefused e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error("neighbour {}: {} {} failed here", id(), kind, item.docId(), e);
                return new TakeOver.Outcome.Lost("lỗi của cổng này, xem nhật ký");
            }
        }

        private void settle(NeighbourRounds.Item item, TakeOver.Outcome outcome) throws IOException {
            switch (outcome) {
                case TakeOver.Outcome.Done done -> {
                    rounds.passed(id(), item.docId());
                    taken++;
                    lostInARow = 0;
                }
                case TakeOver.Outcome.Refused refused -> {
                    stumbled(item, refused.text());
                    lostInARow = 0;
                }
                case TakeOver.Outcome.Lost lost -> {
                    stumbled(item, lost.text());
                    lostInARow++;
                    if (lostInARow >= LOST_IN_A_ROW) {
                        throw new IOException(lostInARow + " văn bản liền không lấy được: " + lost.text());
                    }
                }
            }
        }

        private void stumbled(NeighbourRounds.Item item, String text) {
            int before = rounds.stuck(id(), item.docId())
                    .map(NeighbourRounds.Stuck::failures)
                    .orElse(0);
            int failures = rounds.stumbled(
                    id(), item, text, clock.instant(), clock.instant().plus(settings.pause(before + 1)));
            LOG.warn("neighbour {}: {} {} not taken over: {}", id(), item.kind(), item.docId(), text);
            if (failures == settings.alertAfter()) {
                alerts.stuck(id(), item, failures, text);
            }
        }

        private void reached(NeighbourRounds.Waiting listed, boolean atOnce) {
            boolean wasDown = rounds.find(id())
                    .filter(progress -> progress.failures() > 0)
                    .isPresent();
            Duration pause = atOnce ? Duration.ZERO : settings.every();
            rounds.reached(id(), listed, taken, clock.instant(), clock.instant().plus(pause));
            if (wasDown) {
                registry.reachedAgain().accept(id());
                alerts.reachedAgain(id());
            }
        }

        private String id() {
            return neighbour.systemId();
        }
    }
}
