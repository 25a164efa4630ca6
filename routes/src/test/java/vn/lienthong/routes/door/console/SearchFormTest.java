package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierSearch;
import vn.lienthong.gateway.dossier.DossierState;

class SearchFormTest {

    private static final Instant NOW = Instant.parse("2025-08-01T02:30:00Z");

    @Test
    void nothingTypedMeansTheLastDay() {
        DossierSearch search = new SearchForm(" ", "", "", "", "", "", false, 0).search(NOW);
        assertThat(search.from()).contains(Instant.parse("2025-07-31T02:30:00Z"));
        assertThat(search.to()).isEmpty();
    }

    @Test
    void textAndStatesLookAtAnyTime() {
        assertThat(new SearchForm("7816", "", "", "", "", "", false, 0)
                        .search(NOW)
                        .from())
                .isEmpty();
        DossierSearch dead = new SearchForm("", "", "", "", "", "DEAD", false, 0).search(NOW);
        assertThat(dead.from()).isEmpty();
        assertThat(dead.deliveryState()).contains(DeliveryState.DEAD);
    }

    @Test
    void daysAreVietnameseAndTheLastIsIncluded() {
        DossierSearch search = new SearchForm("", "", "2025-07-01", "2025-07-01", "", "", false, 2).search(NOW);
        assertThat(search.from()).contains(Instant.parse("2025-06-30T17:00:00Z"));
        assertThat(search.to()).contains(Instant.parse("2025-07-01T17:00:00Z"));
        assertThat(search.offset()).isEqualTo(100);
    }

    @Test
    void whatCannotBeReadCountsAsNothing() {
        SearchForm form = new SearchForm("", "", "01/07/2025", "", "NO_SUCH", "NONE", false, -3);
        assertThat(form.isUsual()).isTrue();
        assertThat(form.search(NOW).state()).isEqualTo(Optional.empty());
        assertThat(form.page()).isZero();
    }

    @Test
    void theLastDayOfTheOverviewIsCountedToTheInstant() {
        SearchForm form = new SearchForm("", "", "2020-01-01", "", "HELD", "", true, 0);
        assertThat(form.isUsual()).isFalse();
        assertThat(form.search(NOW).from()).contains(NOW.minus(Duration.ofHours(24)));
        assertThat(form.search(NOW).state()).contains(DossierState.HELD);
    }
}
