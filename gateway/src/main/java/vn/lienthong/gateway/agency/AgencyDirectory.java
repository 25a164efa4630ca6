package vn.lienthong.gateway.agency;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One version of the directory: agencies, the codes that named them and who succeeded whom, past, present and planned.
 * Immutable and free of input and output; every question carries its instant.
 */
public final class AgencyDirectory {

    private static final Comparator<Succession> IN_TIME = Comparator.comparing(Succession::effective)
            .thenComparing(Succession::to)
            .thenComparing(Succession::from);

    private final DirectoryVersion version;
    private final DirectoryRows rows;
    private final Timelines<AgencyId, Agency> agencies;
    private final Timelines<AgencyCode, CodeAssignment> byCode;
    private final Timelines<AgencyId, CodeAssignment> byAgency;
    private final Map<AgencyId, List<Succession>> onward;
    private final Map<AgencyId, List<Succession>> backward;
    private final AgencySearch search;

    private AgencyDirectory(DirectoryVersion version, DirectoryRows rows) {
        this.version = version;
        this.rows = rows;
        this.agencies = Timelines.of(rows.agencies(), Agency::id);
        this.byCode = Timelines.of(rows.codes(), CodeAssignment::code);
        this.byAgency = Timelines.of(rows.codes(), CodeAssignment::agency);
        List<Succession> inTime = rows.successions().stream().sorted(IN_TIME).toList();
        this.onward = inTime.stream().collect(groupingBy(Succession::from));
        this.backward = inTime.stream().collect(groupingBy(Succession::to));
        this.search = new AgencySearch(this);
    }

    /** A directory of the rows as they are; a store has them looked at by {@link DirectoryCheck} before. */
    public static AgencyDirectory of(long versionNumber, DirectoryRows rows) {
        return new AgencyDirectory(new DirectoryVersion(versionNumber, DirectoryDigest.of(rows)), rows);
    }

    public static AgencyDirectory empty() {
        return of(0, DirectoryRows.NONE);
    }

    public DirectoryVersion version() {
        return version;
    }

    public DirectoryRows rows() {
        return rows;
    }

    /**
     * Reads a code as whoever wrote it at {@code asOf} can have meant it, and follows that agency's successions to now. A
     * code that was closed before {@code asOf} means the agency it named last; one first given between {@code asOf} and
     * now means the agency it was given to.
     *
     * @param asOf the earliest trusted time of the document; one that lies after {@code now} counts as now
     * @param now the instant at which the agency is needed
     */
    public Resolution resolve(AgencyCode code, Instant asOf, Instant now) {
        Optional<CodeAssignment> meant = byCode.meantAt(code, asOf.isAfter(now) ? now : asOf);
        if (meant.isEmpty()) {
            return new Resolution.Unknown(code);
        }
        if (meant.get().from().isAfter(now)) {
            return new Resolution.NotYet(code, meant.get().agency(), meant.get().from());
        }
        return follow(code, meant.get().agency(), now);
    }

    /**
     * Follows an agency's successions to now: for a recipient that is known by id since its code was read, or since a
     * person chose it.
     *
     * @param written the code to name in the answer; it is not read again
     */
    public Resolution follow(AgencyCode written, AgencyId agency, Instant now) {
        if (validAt(agency, now)) {
            return new Resolution.Resolved(written, agency);
        }
        Optional<Agency> first = agencies.of(agency).stream().findFirst();
        if (first.isEmpty()) {
            return new Resolution.Unknown(written);
        }
        if (first.get().from().isAfter(now)) {
            return new Resolution.NotYet(written, agency, first.get().from());
        }
        SuccessionWalk walk = SuccessionWalk.from(agency, this, now);
        if (walk.reached().isEmpty()) {
            return new Resolution.Closed(written, agency, endBefore(agency, now));
        }
        return walk.soleSuccessor()
                .<Resolution>map(sole -> new Resolution.Succeeded(written, agency, sole, walk.travelled()))
                .orElseGet(() -> new Resolution.Split(written, agency, walk.reached(), walk.travelled()));
    }

    /**
     * Whether the code named more than one agency between the two instants (both included), so that what the signer meant
     * and what the gateway reads may differ. A code that was only closed is not ambiguous.
     */
    public boolean meaningChangedBetween(AgencyCode code, Instant promulgation, Instant receipt) {
        Instant first = promulgation.isBefore(receipt) ? promulgation : receipt;
        Instant last = promulgation.isBefore(receipt) ? receipt : promulgation;
        return byCode.of(code).stream()
                        .filter(row -> !row.from().isAfter(last) && !row.endedBy(first))
                        .map(CodeAssignment::agency)
                        .distinct()
                        .count()
                > 1;
    }

    /** The agency as the directory last describes it, plans included; for what it is called at an instant, ask so. */
    public Optional<Agency> agency(AgencyId id) {
        return agencies.of(id).stream().reduce((earlier, later) -> later);
    }

    /** The agency with the name and superior it had then; before its first stretch its first, after its last its last. */
    public Optional<Agency> agency(AgencyId id, Instant at) {
        return agencies.meantAt(id, at);
    }

    public boolean validAt(AgencyId id, Instant at) {
        return agencies.at(id, at).isPresent();
    }

    /** The agency that carries the code at the instant; no successions are followed. */
    public Optional<AgencyId> holderOf(AgencyCode code, Instant at) {
        return byCode.at(code, at).map(CodeAssignment::agency);
    }

    /** The code to call the agency by at the instant: the new form, else the old, else any. */
    public Optional<AgencyCode> codeOf(AgencyId id, Instant at) {
        return codesOf(id, at).stream().findFirst();
    }

    /** All codes that name the agency at the instant, the new form first. */
    public List<AgencyCode> codesOf(AgencyId id, Instant at) {
        return byAgency.of(id).stream()
                .filter(row -> row.validAt(at))
                .sorted(Comparator.comparing(CodeAssignment::form).thenComparing(CodeAssignment::code))
                .map(CodeAssignment::code)
                .toList();
    }

    /** The assignment that whoever wrote the code at the instant can have meant; see {@link #resolve}. */
    Optional<CodeAssignment> meantAt(AgencyCode code, Instant at) {
        return byCode.meantAt(code, at);
    }

    /** Every assignment of the code there ever was or is planned, in the order of time. */
    public List<CodeAssignment> historyOf(AgencyCode code) {
        return byCode.of(code);
    }

    /** Every code the agency ever carried or is planned to, in the order of time. */
    public List<CodeAssignment> codeHistoryOf(AgencyId id) {
        return byAgency.of(id);
    }

    /** The agency, all it came from and all it became, through whole successions. */
    public Set<AgencyId> lineageOf(AgencyId id) {
        return lineageOf(id, Set.of(SuccessionKind.WHOLE));
    }

    /**
     * The agency, everything it came from and everything it became, through successions of the kinds given. A sibling, that
     * is another predecessor of a successor, is not of the lineage.
     */
    public Set<AgencyId> lineageOf(AgencyId id, Set<SuccessionKind> through) {
        Set<AgencyId> lineage = new LinkedHashSet<>(reachable(id, through, backward, Succession::from));
        lineage.addAll(reachable(id, through, onward, Succession::to));
        return lineage;
    }

    /**
     * The agencies that the agency stands for at the instant because they became it as a whole, by one step or many; not
     * itself, and none of whose successors one could be unsure.
     */
    public Set<AgencyId> succeededBy(AgencyId id, Instant at) {
        return reachable(id, Set.of(SuccessionKind.WHOLE), backward, Succession::from).stream()
                .filter(before -> !before.equals(id) && currentOf(before, at).equals(id))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<AgencyId> reachable(
            AgencyId start,
            Set<SuccessionKind> through,
            Map<AgencyId, List<Succession>> edges,
            Function<Succession, AgencyId> end) {
        Set<AgencyId> seen = new LinkedHashSet<>(Set.of(start));
        Deque<AgencyId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Succession succession : edges.getOrDefault(open.remove(), List.of())) {
                if (through.contains(succession.kind()) && seen.add(end.apply(succession))) {
                    open.add(end.apply(succession));
                }
            }
        }
        return seen;
    }

    /**
     * The nearest agency above this one for which the test holds, such as having an endpoint; the agency itself is not
     * asked. A superior that ended counts as its one successor where there is one, so the units of a merged body need no
     * new rows to be reached.
     */
    public Optional<AgencyId> nearestSuperiorWhere(AgencyId id, Instant at, Predicate<AgencyId> test) {
        Set<AgencyId> seen = new HashSet<>(Set.of(id));
        Optional<AgencyId> next = superiorOf(id, at);
        while (next.isPresent() && seen.add(next.get())) {
            if (validAt(next.get(), at) && test.test(next.get())) {
                return next;
            }
            next = superiorOf(next.get(), at);
        }
        return Optional.empty();
    }

    /** The agency directly above at the instant; the successor of one that ended; that one itself where none is sure. */
    public Optional<AgencyId> superiorOf(AgencyId id, Instant at) {
        return agency(id, at).flatMap(Agency::superior).map(superior -> currentOf(superior, at));
    }

    /** The agency while it is valid; the one agency it became; itself where nobody can tell. */
    public AgencyId currentOf(AgencyId id, Instant at) {
        if (validAt(id, at)) {
            return id;
        }
        return SuccessionWalk.from(id, this, at).soleSuccessor().orElse(id);
    }

    /** At most {@value AgencySearch#MOST} agencies valid at the instant, found by exact code or words of the name. */
    public List<Agency> search(String text, Instant asOf) {
        return search.find(text, asOf);
    }

    /** All agencies valid at the instant. */
    public List<Agency> agenciesAt(Instant at) {
        return rows.agencies().stream().filter(row -> row.validAt(at)).collect(Collectors.toUnmodifiableList());
    }

    /** All successions of the agency, those in the future too, in the order of time. */
    public List<Succession> successionsFrom(AgencyId id) {
        return onward.getOrDefault(id, List.of());
    }

    /** All successions into the agency, those in the future too, in the order of time. */
    public List<Succession> successionsTo(AgencyId id) {
        return backward.getOrDefault(id, List.of());
    }

    /** When the agency, not valid now, ended last; {@link Instant#MIN} where it never began. */
    Instant endBefore(AgencyId id, Instant now) {
        return agencies.of(id).stream()
                .filter(row -> row.endedBy(now))
                .flatMap(row -> row.to().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }
}
