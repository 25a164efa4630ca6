package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.lasting.BeginLasting;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.packet.AttachmentContent;

/**
 * Puts an agency's seal on a file that a system hands in, where an administrator let that system: by a mandate for the right
 * {@link Right#SEAL} of exactly that agency. Each use of the key is journaled as a clerk's is, under the system's name. Of one
 * agency one call at a time is let through, so that the agency's clerk waits behind one file at most.
 */
public final class SealForSystem {
    private final Systems systems;
    private final SealPdf sealing;
    private final BeginLasting.Rule rules;
    private final SystemSignatures made;
    private final Agencies agencies;
    private final Clock clock;
    private final Set<AgencyId> atWork = ConcurrentHashMap.newKeySet();

    /**
     * For systems with a mandate.
     *
     * @param rules what becomes of a signature once it is made
     * @param made what was made, for the system to fetch again
     */
    public SealForSystem(
            Systems systems,
            SealPdf sealing,
            BeginLasting.Rule rules,
            SystemSignatures made,
            Agencies agencies,
            Clock clock) {
        this.systems = systems;
        this.sealing = sealing;
        this.rules = rules;
        this.made = made;
        this.agencies = agencies;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param agency whose seal, by its code today
     * @param reason as the signature says it
     * @param look how it is seen
     * @param spot where; empty where it usually stands
     */
    public record Wanted(
            AgencyCode agency, AttachmentContent pdf, String name, String reason, Look look, Optional<Spot> spot) {}

    /** Makes a shape once the agency's name is known. */
    @FunctionalInterface
    public interface Look {
        /**
         * The shape.
         *
         * @throws IllegalArgumentException where its words cannot be written
         */
        SealOrder.Shape of(String agencyName);
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** The system holds no mandate for the agency's seal; the same where there is no such agency. */
        record NotAllowed() implements Outcome {}

        /**
         * What sealing answered.
         *
         * @param goal where a seal gets later by itself: what is handed out may be below it
         */
        record Tried(SealPdf.Outcome outcome, LastingLevel goal) implements Outcome {
            Tried(SealPdf.Outcome outcome) {
                this(outcome, LastingLevel.B);
            }
        }
    }

    public Outcome seal(Caller caller, Wanted wanted) throws IOException {
        Instant now = clock.instant();
        AgencyDirectory directory = agencies.current();
        Optional<AgencyId> agency = directory.holderOf(wanted.agency(), now).filter(id -> may(caller, id, now));
        if (agency.isEmpty()) {
            return new Outcome.NotAllowed();
        }
        String name = directory.agency(agency.get(), now).map(Agency::name).orElse("");
        if (name.isBlank()) {
            return new Outcome.Tried(new SealPdf.Outcome.NoName());
        }
        if (!atWork.add(agency.get())) {
            return new Outcome.Tried(new SealPdf.Outcome.Busy());
        }
        try {
            return seal(caller, wanted, agency.get(), name);
        } finally {
            atWork.remove(agency.get());
        }
    }

    private Outcome seal(Caller caller, Wanted wanted, AgencyId agency, String name) throws IOException {
        SealOrder.Shape shape;
        try {
            shape = wanted.look().of(name);
        } catch (IllegalArgumentException unwritable) {
            return new Outcome.Tried(new SealPdf.Outcome.Unfit(String.valueOf(unwritable.getMessage())));
        }
        SealOrder order =
                new SealOrder(agency, name, wanted.pdf(), wanted.name(), wanted.reason(), shape, wanted.spot());
        // By this what was sealed for a system is told from what belongs to a draft or a copy.
        String subject = wanted.pdf().digest().hex();
        SealPdf.Outcome outcome = sealing.seal(
                order,
                new SealBy(caller.actor(), subject),
                done -> made.add(new SystemSignatures.Made(
                        done.bytes(),
                        caller.systemId(),
                        agency,
                        shape.form(),
                        wanted.name(),
                        done.at(),
                        done.level())));
        return new Outcome.Tried(outcome, goal(order, outcome));
    }

    /** Only PDFs get further than they are handed out. */
    private LastingLevel goal(SealOrder order, SealPdf.Outcome outcome) {
        if (SealJournal.lasts(order)) {
            return rules.of(order.agency(), order.shape().kind()).goal();
        }
        return outcome instanceof SealPdf.Outcome.Sealed sealed ? sealed.level() : LastingLevel.B;
    }

    private boolean may(Caller caller, AgencyId agency, Instant now) {
        return systems.mandates(caller.systemId()).stream()
                .anyMatch(mandate ->
                        mandate.right() == Right.SEAL && mandate.agency().equals(agency) && mandate.holdsAt(now));
    }
}
