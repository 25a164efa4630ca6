package vn.lienthong.routes.door.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierSearch;
import vn.lienthong.gateway.dossier.DossierState;

/**
 * What a person typed on the search page, as typed; anything may be empty. What cannot be read counts as empty: a search
 * page answers with what it looked for.
 *
 * @param from first day, ISO, Vietnamese time
 * @param to last day, included
 * @param day only what was received in the last 24 hours, to the instant
 * @param page from 0
 */
record SearchForm(
        String text, String agency, String from, String to, String state, String copy, boolean day, int page) {

    static final int PAGE_SIZE = 50;

    private static final int LAST_PAGE = 10_000;

    /** Read when a person looks for nothing in particular, or for the last day as the overview counts it. */
    private static final Duration USUAL = Duration.ofHours(24);

    SearchForm {
        text = text.strip();
        agency = agency.strip();
        page = Math.clamp(page, 0, LAST_PAGE);
    }

    /** Whether nothing narrows the search, so that only the last 24 hours are shown. */
    public boolean isUsual() {
        return !day
                && text.isEmpty()
                && fromDay().isEmpty()
                && toDay().isEmpty()
                && dossierState().isEmpty()
                && copyState().isEmpty();
    }

    public Optional<LocalDate> fromDay() {
        return Times.date(from);
    }

    public Optional<LocalDate> toDay() {
        return Times.date(to);
    }

    public Optional<DossierState> dossierState() {
        return named(DossierState.class, state);
    }

    public Optional<DeliveryState> copyState() {
        return named(DeliveryState.class, copy);
    }

    /** One row more than a page shows, to know whether another page follows. */
    DossierSearch search(Instant now) {
        return new DossierSearch(
                text,
                agency,
                isUsual() || day ? Optional.of(now.minus(USUAL)) : fromDay().map(Times::startOf),
                toDay().map(day -> Times.startOf(day.plusDays(1))),
                dossierState(),
                copyState(),
                PAGE_SIZE + 1,
                page * PAGE_SIZE);
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> values, String name) {
        for (E value : values.getEnumConstants()) {
            if (value.name().equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
