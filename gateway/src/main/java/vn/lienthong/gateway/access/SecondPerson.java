package vn.lienthong.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two people for what everybody stands on: one proposes, another one sees what will happen and confirms. Nobody confirms his
 * own proposal, whatever role he has.
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

        /** The role is not one that may. */
        record WrongRole() implements Outcome {}

        /** There is no such proposal, somebody decided it before, or it has expired. */
        record TooLate() implements Outcome {}

        /** It cannot be done as it was shown; it waits on. */
        record NotDone(String why) implements Outcome {}
    }

    private final Proposals proposals;
    private final CarryOut carrying;
    private final AccessEvents events;
    private final Clock clock;
    private final Duration lifetime;

    public SecondPerson(Proposals proposals, CarryOut carrying, AccessEvents events, Clock clock, Duration lifetime) {
        this.proposals = proposals;
        this.carrying = carrying;
        this.events = events;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** Leaves an act for a second person; gives the proposal as it waits. */
    public Proposal propose(ProposedAct act, String summary, String actor, String reason) {
        requireReason(reason);
        Instant now = clock.instant();
        Proposal proposal = new Proposal(0, act, summary, actor, reason, now, now.plus(lifetime), Optional.empty());
        long id = proposals.add(proposal);
        note(now, actor, AccessAct.PROPOSED, id, summary + ", SHA-256 " + act.digest() + ": " + reason);
        return proposals.find(id).orElseThrow();
    }

    public CarryOut.Preview preview(ProposedAct act) {
        return carrying.preview(act);
    }

    /**
     * Put together of its parts.
     *
     * @param seen of the preview that the second person looked at
     */
    public Outcome confirm(long id, long seen, String actor, Role role, String reason) {
        requireReason(reason);
        List<Outcome> said = new ArrayList<>();
        try {
            proposals.decide(id, clock.instant(), proposal -> {
                Outcome outcome = confirmed(proposal, seen, actor, role);
                said.add(outcome);
                return outcome instanceof Outcome.Done
                        ? Optional.of(new Proposal.Decision(clock.instant(), actor, true, reason))
                        : Optional.empty();
            });
        } catch (CarryOut.CannotCarryOut cannot) {
            return new Outcome.NotDone(String.valueOf(cannot.getMessage()));
        }
        Outcome outcome = said.isEmpty() ? new Outcome.TooLate() : said.getFirst();
        if (outcome instanceof Outcome.Done) {
            Proposal done = proposals.find(id).orElseThrow();
            String detail = done.summary() + ", proposed by " + done.proposedBy() + ": " + reason;
            note(clock.instant(), actor, AccessAct.CONFIRMED, id, detail);
        }
        return outcome;
    }

    private Outcome confirmed(Proposal proposal, long seen, String actor, Role role) {
        if (proposal.proposedBy().equals(actor)) {
            return new Outcome.SamePerson();
        }
        if (!proposal.act().kind().isFor(role)) {
            return new Outcome.WrongRole();
        }
        String actors = "đề nghị: " + proposal.proposedBy() + ", xác nhận: " + actor;
        return new Outcome.Done(carrying.carryOut(proposal.act(), seen, actors, proposal.reason()));
    }

    /** Says no; whoever proposed may take it back so. */
    public boolean decline(long id, String actor, Role role, String reason) {
        requireReason(reason);
        Instant now = clock.instant();
        boolean declined = proposals
                        .find(id)
                        .filter(proposal -> proposal.act().kind().isFor(role))
                        .isPresent()
                && proposals.decide(id, now, proposal -> Optional.of(new Proposal.Decision(now, actor, false, reason)));
        if (declined) {
            note(now, actor, AccessAct.DECLINED, id, reason);
        }
        return declined;
    }

    /** Without a second person, where the settings let that be; it is written down as what it is. */
    public List<String> alone(ProposedAct act, String summary, String actor, String reason) {
        List<String> lines = carrying.carryOut(act, carrying.preview(act).seen(), actor, reason);
        String detail = summary + ", SHA-256 " + act.digest() + ": " + reason;
        events.add(new AccessEvent(
                clock.instant(), actor, AccessAct.DONE_ALONE, act.kind().name(), detail));
        return lines;
    }

    private void note(Instant at, String actor, AccessAct act, long id, String detail) {
        events.add(new AccessEvent(at, actor, act, Long.toString(id), detail));
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason: empty (expected: why, for whoever reads the record later)");
        }
    }
}
