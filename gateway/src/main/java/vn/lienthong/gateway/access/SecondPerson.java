package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Two people for what everybody stands on: one proposes, another one sees what will happen and confirms. Nobody confirms his
 * own proposal, whatever role he has, nor through an account that he let in.
 */
public final class SecondPerson {

    /** What came of a confirmation. */
    public sealed interface Outcome {

        /**
         * It is done.
         *
         * @param lines what was done, for people
         */
        record Done(List<String> lines) implements Outcome {
            public Done {
                lines = List.copyOf(lines);
            }
        }

        /** The one who confirms is the one who proposed. */
        record SamePerson() implements Outcome {}

        /** The one who confirms may be the one who proposed. */
        record MayBeOne(OnePerson.Link link) implements Outcome {}

        /** The role is not one that may. */
        record WrongRole() implements Outcome {}

        /** There is no such proposal, somebody decided it before, or it has expired. */
        record TooLate() implements Outcome {}

        /** It cannot be done as it was shown; it waits on. */
        record NotDone(String why) implements Outcome {}
    }

    /** Somebody else was faster: what was about to be done is undone. */
    private static final class DecidedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Proposals proposals;
    private final CarryOut carrying;
    private final AccessEvents events;
    private final OnePerson people;
    private final Clock clock;
    private final Duration lifetime;

    /**
     * Put together of its parts.
     *
     * @param lifetime how long a proposal can be confirmed
     */
    public SecondPerson(
            Proposals proposals,
            CarryOut carrying,
            AccessEvents events,
            OnePerson people,
            Clock clock,
            Duration lifetime) {
        this.proposals = proposals;
        this.carrying = carrying;
        this.events = events;
        this.people = people;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Leaves an act for a second person; gives the proposal as it waits. */
    public Proposal propose(ProposedAct act, String summary, String actor, String reason) {
        requireReason(reason);
        Instant now = clock.instant();
        Proposal proposal = new Proposal(0, act, summary, actor, reason, now, now.plus(lifetime), Optional.empty());
        String detail = summary + ", SHA-256 " + act.digest() + ": " + reason;
        return events.together(() -> {
            long id = proposals.add(proposal);
            events.add(event(now, actor, AccessAct.PROPOSED, id, detail));
            return proposals.find(id).orElseThrow();
        });
    }

    public CarryOut.Preview preview(ProposedAct act) {
        return carrying.preview(act);
    }

    /** Why this one may be the one who proposed, besides bearing the same name; empty where nothing says so. */
    public Optional<OnePerson.Link> link(Proposal proposal, String actor) {
        return people.link(proposal.proposedBy(), actor, clock.instant());
    }

    /**
     * Has it done. The act, the decision and its line in the journal are one transaction: after a power cut there are all of
     * them, or the proposal waits as before.
     *
     * @param seen of the preview that the second person looked at
     */
    public Outcome confirm(long id, long seen, String actor, Role role, String reason) {
        requireReason(reason);
        Instant now = clock.instant();
        Optional<Proposal> waiting = proposals.find(id).filter(proposal -> proposal.waitsAt(now));
        if (waiting.isEmpty()) {
            return new Outcome.TooLate();
        }
        Proposal proposal = waiting.get();
        return refusal(proposal, actor, role).orElseGet(() -> carriedOut(proposal, seen, actor, reason));
    }

    private Optional<Outcome> refusal(Proposal proposal, String actor, Role role) {
        if (proposal.proposedBy().equals(actor)) {
            return Optional.of(new Outcome.SamePerson());
        }
        if (!proposal.act().kind().isFor(role)) {
            return Optional.of(new Outcome.WrongRole());
        }
        return link(proposal, actor).map(Outcome.MayBeOne::new);
    }

    private Outcome carriedOut(Proposal proposal, long seen, String actor, String reason) {
        String actors = "đề nghị: " + proposal.proposedBy() + ", xác nhận: " + actor;
        String detail = proposal.summary() + ", proposed by " + proposal.proposedBy() + ": " + reason;
        Runnable besides = () -> {
            Instant now = clock.instant();
            Proposal.Decision decision = new Proposal.Decision(now, actor, true, reason);
            AccessEvent event = event(now, actor, AccessAct.CONFIRMED, proposal.id(), detail);
            if (!proposals.decide(proposal.id(), decision, event)) {
                throw new DecidedMeanwhile();
            }
        };
        try {
            return new Outcome.Done(carrying.carryOut(proposal.act(), seen, actors, proposal.reason(), besides));
        } catch (CarryOut.CannotCarryOut cannot) {
            return new Outcome.NotDone(String.valueOf(cannot.getMessage()));
        } catch (DecidedMeanwhile late) {
            return new Outcome.TooLate();
        }
    }

    /** Says no; whoever proposed may take it back so. */
    public boolean decline(long id, String actor, Role role, String reason) {
        requireReason(reason);
        Instant now = clock.instant();
        return proposals
                        .find(id)
                        .filter(proposal -> proposal.act().kind().isFor(role))
                        .isPresent()
                && proposals.decide(
                        id,
                        new Proposal.Decision(now, actor, false, reason),
                        event(now, actor, AccessAct.DECLINED, id, reason));
    }

    /** Without a second person, where the settings let that be; it is written down as what it is. */
    public List<String> alone(ProposedAct act, String summary, String actor, String reason) {
        String detail = summary + ", SHA-256 " + act.digest() + ": " + reason;
        Runnable besides = () -> events.add(new AccessEvent(
                clock.instant(), actor, AccessAct.DONE_ALONE, act.kind().name(), detail));
        return carrying.carryOut(act, carrying.preview(act).seen(), actor, reason, besides);
    }

    private static AccessEvent event(Instant at, String actor, AccessAct act, long id, String detail) {
        return new AccessEvent(at, actor, act, Long.toString(id), detail);
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: empty (expected: why, for whoever reads the record later)");
        }
    }
}
