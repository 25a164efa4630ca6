package vn.lienthong.gateway.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two names may stand for one person. Who makes a link can open it himself: for a time an account counts as its
 * maker's, and as that of the maker's maker. A command line is no person at all: it may be anybody whose link it made.
 */
public final class OnePerson {

    /** All names of a command line are one: whoever works at the machine chooses them. */
    public static final String COMMAND_LINE = "CLI:";

    private static final String USER = "USER:";

    /**
     * What makes two names one.
     *
     * @param by who let one of them in, or both: {@code USER:…}, or {@link #COMMAND_LINE}
     * @param until first instant at which it no longer counts
     */
    public record Link(String by, Instant until) {}

    private final Accounts accounts;
    private final Duration time;

    /** @param time how long who was let in counts as who let him in; zero for never */
    public OnePerson(Accounts accounts, Duration time) {
        this.accounts = accounts;
        this.time = time;
    }

    /** Empty where they are two, as far as the record says. */
    public Optional<Link> link(String proposer, String confirmer, Instant now) {
        Map<String, Instant> one = chain(proposer, now);
        Map<String, Instant> other = chain(confirmer, now);
        // Whoever has the machine could do all of it alone: that it let in both tells nothing.
        boolean fromMachine = name(proposer).equals(COMMAND_LINE);
        return one.entrySet().stream()
                .filter(step -> other.containsKey(step.getKey()))
                .filter(step -> fromMachine || !step.getKey().equals(COMMAND_LINE))
                .findFirst()
                .map(step -> new Link(step.getKey(), earlier(step.getValue(), other.get(step.getKey()))));
    }

    /** The name itself, who let it in, who let that one in: with the instant up to which each counts. */
    private Map<String, Instant> chain(String actor, Instant now) {
        Map<String, Instant> chain = new LinkedHashMap<>();
        String name = name(actor);
        Instant until = Instant.MAX;
        while (chain.putIfAbsent(name, until) == null && name.startsWith(USER)) {
            Optional<LetIn> way = accounts.letIn(name.substring(USER.length()))
                    .filter(found -> now.isBefore(found.at().plus(time)));
            if (way.isEmpty()) {
                break;
            }
            until = earlier(until, way.get().at().plus(time));
            name = name(way.get().by());
        }
        return chain;
    }

    private static String name(String actor) {
        return actor.startsWith(COMMAND_LINE) ? COMMAND_LINE : actor;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
