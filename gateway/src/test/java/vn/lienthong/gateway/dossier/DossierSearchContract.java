package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Dossiers#search} promises to an operator. */
public abstract class DossierSearchContract extends StoreContract {

    private static final Instant NOW = DossierSketch.NOW;
    private static final Optional<Instant> OPEN = Optional.empty();

    protected DossierSearchContract(Stores stores) {
        super(stores);
    }

    private List<DossierId> search(DossierSearch search) {
        return read(t -> t.dossiers().search(search)).stream().map(Dossier::id).toList();
    }

    private List<DossierId> text(String text) {
        return search(new DossierSearch(text, "", OPEN, OPEN, Optional.empty(), Optional.empty(), 10, 0));
    }

    private List<DossierId> agency(String code) {
        return search(new DossierSearch("", code, OPEN, OPEN, Optional.empty(), Optional.empty(), 10, 0));
    }

    private List<DossierId> page(int limit, int offset) {
        return search(new DossierSearch("", "", OPEN, OPEN, Optional.empty(), Optional.empty(), limit, offset));
    }

    private List<DossierId> dated(Optional<Instant> from, Optional<Instant> to) {
        return search(new DossierSearch("", "", from, to, Optional.empty(), Optional.empty(), 10, 0));
    }

    private List<DossierId> inState(Optional<DossierState> state, Optional<DeliveryState> copies) {
        return search(new DossierSearch("", "", OPEN, OPEN, state, copies, 10, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G01,2026/11/01,7816/VPCP-TTĐT",
                "2026/11/01",
                "7816/VPCP",
                "vpcp-ttđt",
                "VPCP-TTĐT",
                "  7816  ",
                "Về việc đẩy mạnh",
                "đẩy mạnh chuyển đổi số",
                "ĐẨY MẠNH CHUYỂN ĐỔI SỐ",
                "Ủy ban",
                "ủy BAN",
                "chuye\u0302\u0309n \u0111o\u0302\u0309i",
                "100%",
                "a_b",
                "\\"
            })
    void aPartOfWhatTheHeaderSaysFindsItInAnyCase(String part) {
        DossierId wanted = keep(new DossierSketch("G01,2026/11/01,7816/VPCP-TTĐT")
                .about("7816", "VPCP-TTĐT", "Về việc đẩy mạnh chuyển đổi số của Ủy ban, 100% a_b \\"));
        keep(new DossierSketch("khác").about("1", "BG", "Văn bản khác, 1000 aXb"));
        assertThat(text(part)).containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or true --", "day manh", "100_", "%", "_", "7816/BG", "đẩy  mạnh", "null"})
    void whatTheHeaderDoesNotSayFindsNothing(String part) {
        keep(new DossierSketch("D1").about("7816", "VPCP", "Về việc đẩy mạnh, 1000 đồng"));
        assertThat(text(part)).isEmpty();
    }

    @Test
    void everyIdFindsItsDossierWholeAndNotInPart() {
        DossierId wanted = keep(new DossierSketch("D1").answered("sent-1"));
        keep(new DeliverySketch(wanted).docId("copy-1"));
        keep(new DossierSketch("D2"));
        for (String id : List.of(wanted.toString(), "sent-1", "copy-1")) {
            assertThat(text(id)).as(id).containsExactly(wanted);
            assertThat(text(id.substring(1))).as(id).isEmpty();
        }
    }

    @Test
    void anAgencyIsFoundAsSenderAndAsRecipientByItsWholeCode() {
        DossierId sent = keep(new DossierSketch("D1").from("so", "H53.1").at(NOW));
        DossierId received = keep(new DossierSketch("D2").to("G02", "H53.1").at(NOW.plusSeconds(1)));
        keep(new DossierSketch("D3").to("H53.10", "H53"));
        assertThat(agency(" H53.1 ")).containsExactly(received, sent);
        assertThat(agency("H5")).isEmpty();
        assertThat(agency("h53.1")).isEmpty();
    }

    @Test
    void datesHoldFromTheFirstInstantUntilBeforeTheLast() {
        DossierId first = keep(new DossierSketch("D1").at(NOW));
        DossierId second = keep(new DossierSketch("D2").at(NOW.plusSeconds(1)));
        Optional<Instant> end = Optional.of(NOW.plusSeconds(1));
        assertThat(dated(Optional.of(NOW), end)).containsExactly(first);
        assertThat(dated(end, OPEN)).containsExactly(second);
        assertThat(dated(OPEN, Optional.of(NOW))).isEmpty();
        assertThat(dated(OPEN, OPEN)).containsExactly(second, first);
    }

    @Test
    void statesOfTheDocumentAndOfItsCopiesNarrowTogether() {
        DossierId held = keep(new DossierSketch("D1").held(Hold.OPERATOR));
        DossierId dead = keep(new DossierSketch("D2").at(NOW.plusSeconds(1)));
        DossierId refused = keep(new DossierSketch("D3").state(DossierState.REFUSED));
        keep(new DeliverySketch(held).state(DeliveryState.HELD));
        keep(new DeliverySketch(dead).state(DeliveryState.DEAD));
        keep(new DeliverySketch(dead).state(DeliveryState.HELD));
        Optional<DeliveryState> copyHeld = Optional.of(DeliveryState.HELD);
        assertThat(inState(Optional.of(DossierState.HELD), Optional.empty())).containsExactly(held);
        assertThat(inState(Optional.of(DossierState.REFUSED), Optional.empty())).containsExactly(refused);
        assertThat(inState(Optional.empty(), copyHeld)).containsExactly(dead, held);
        assertThat(inState(Optional.empty(), Optional.of(DeliveryState.DEAD))).containsExactly(dead);
        assertThat(inState(Optional.of(DossierState.ACCEPTED), copyHeld)).containsExactly(dead);
        assertThat(inState(Optional.of(DossierState.REFUSED), copyHeld)).isEmpty();
    }

    @Test
    void allFiltersHoldAtOnce() {
        DossierId wanted =
                keep(new DossierSketch("D1").about("1", "A", "Đề án").to("H01").at(NOW));
        keep(new DossierSketch("D2").about("1", "A", "Đề án").to("H02").at(NOW));
        keep(new DossierSketch("D3").about("1", "A", "Kế hoạch").to("H01").at(NOW));
        keep(new DossierSketch("D4").about("1", "A", "Đề án").to("H01").at(NOW.plusSeconds(5)));
        Optional<Instant> to = Optional.of(NOW.plusSeconds(1));
        assertThat(search(new DossierSearch(
                        "đề án",
                        "H01",
                        Optional.of(NOW),
                        to,
                        Optional.of(DossierState.ACCEPTED),
                        Optional.empty(),
                        10,
                        0)))
                .containsExactly(wanted);
    }

    /** Many in one instant: a page neither repeats nor drops one. */
    @Test
    void pagesTogetherAreTheWholeNewestFirst() {
        List<DossierId> whole = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            keep(new DossierSketch("D" + i).at(NOW.plusSeconds(i / 4)));
        }
        for (int offset = 0; offset < 9; offset += 3) {
            assertThat(page(3, offset)).hasSize(Math.min(3, 7 - offset));
            whole.addAll(page(3, offset));
        }
        assertThat(whole).doesNotHaveDuplicates().isEqualTo(page(10, 0));
        assertThat(list(t -> t.dossiers()
                        .search(new DossierSearch("", "", OPEN, OPEN, Optional.empty(), Optional.empty(), 10, 0))))
                .extracting(Dossier::receivedAt)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(page(3, 7)).isEmpty();
    }
}
