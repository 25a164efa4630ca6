package vn.lienthong.routes.door.echo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.delivery.CollectDocuments;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.gateway.echo.EchoCopies;
import vn.lienthong.gateway.echo.WriteEcho;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.packet.StatusCode;
import vn.lienthong.routes.door.Receiver;
import vn.lienthong.routes.platform.CatchAll;

/**
 * Acts for the agencies whose system is an echo: collects what waits, says 01 and 03, sends a small document back, and only then
 * reports the copy done. Everything goes the ways that any system's calls go, with that system's mandates; what a crash cuts
 * short is done again and is the same. A copy that cannot be answered rests, and keeps no other waiting.
 */
@Component
public final class EchoAgencies {
    /** How a system is named that answers by itself, and no other: {@code admin system add} refuses such a name. */
    public static final String SYSTEM_PREFIX = "echo-";

    private static final Logger LOG = LoggerFactory.getLogger(EchoAgencies.class);
    private static final int MOST_AT_ONCE = 50;

    private final Systems systems;
    private final EchoCopies copies;
    private final CollectDocuments collecting;
    private final UnitOfWork work;
    private final WriteEcho writing;
    private final Receiver receiver;
    private final Clock clock;

    EchoAgencies(
            Systems systems,
            EchoCopies copies,
            CollectDocuments collecting,
            UnitOfWork work,
            WriteEcho writing,
            Receiver receiver,
            Clock clock) {
        this.systems = systems;
        this.copies = copies;
        this.collecting = collecting;
        this.work = work;
        this.writing = writing;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Answers what waits, a bounded part of it. */
    public void answerAll() {
        List<Caller> echoes = systems.all().stream()
                .filter(system -> system.enabled() && system.systemId().startsWith(SYSTEM_PREFIX))
                .map(ReceivingSystem::systemId)
                .map(systems::credentials)
                .flatMap(Optional::stream)
                .map(Credentials::caller)
                .toList();
        Set<AgencyId> echoing = new HashSet<>();
        echoes.forEach(echo -> echoing.addAll(echo.agencies(Right.COLLECT, clock.instant())));
        for (Caller echo : echoes) {
            copies.due(echo, MessageKind.STATUS, MOST_AT_ONCE).forEach(status -> keep(echo, status));
            copies.due(echo, MessageKind.EDOC, MOST_AT_ONCE).forEach(copy -> answer(echo, copy, echoing));
        }
    }

    private void keep(Caller echo, Delivery status) {
        collecting.take(echo, status.docId()).ifPresent(taken -> collecting.done(echo, taken.docId()));
    }

    @CatchAll("whatever we stumble over with one copy, the others are answered; it is logged, and the copy rests")
    private void answer(Caller echo, Delivery waiting, Set<AgencyId> echoing) {
        try {
            answerTaken(echo, waiting, echoing);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{}: {} was not answered", echo.systemId(), waiting.docId(), e);
            copies.failed(echo, waiting);
        }
    }

    private void answerTaken(Caller echo, Delivery waiting, Set<AgencyId> echoing) throws IOException {
        Optional<Delivery> taken = collecting.take(echo, waiting.docId());
        Optional<Dossier> document =
                work.reading(transaction -> transaction.dossiers().find(waiting.dossier()));
        if (taken.isEmpty() || document.isEmpty()) {
            return;
        }
        boolean fromAnEcho = echoing.contains(document.get().sender());
        if (answer(echo, document.get(), taken.get(), fromAnEcho)) {
            collecting.done(echo, waiting.docId());
        } else {
            copies.failed(echo, waiting);
        }
    }

    private boolean answer(Caller echo, Dossier document, Delivery copy, boolean fromAnEcho) throws IOException {
        if (document.key().action() != BusinessAction.NEW) {
            return said(echo, document, copy, StatusCode.CHANGE_AGREED);
        }
        boolean received =
                said(echo, document, copy, StatusCode.ARRIVED) && said(echo, document, copy, StatusCode.ACCEPTED);
        boolean silent = fromAnEcho || WriteEcho.isReply(document.facts());
        return received && (silent || handIn(echo, writing.reply(document, copy), MessageKind.EDOC));
    }

    private boolean said(Caller echo, Dossier document, Delivery copy, StatusCode code) throws IOException {
        return handIn(echo, writing.status(document, copy, code), MessageKind.STATUS);
    }

    private boolean handIn(Caller echo, StoredBytes bytes, MessageKind kind) {
        Instant now = clock.instant();
        ReceptionAnswer answer = receiver.receive(new Submission(
                bytes, kind, Channel.ECHO, echo, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), now));
        return switch (answer) {
            case ReceptionAnswer.Taken taken -> true;
            case ReceptionAnswer.StatusTaken taken -> true;
            case ReceptionAnswer.Refused refused -> {
                LOG.warn("{}: an answer was not taken: {}", echo.systemId(), refused.findings());
                yield false;
            }
        };
    }
}
