package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.reception.Letters;
import vn.lienthong.gateway.dossier.reception.Station;
import vn.lienthong.gateway.dossier.reception.StoreKind;

final class ToldRecipientsTest {

    @AutoClose
    private final Station station = new Station(StoreKind.IN_MEMORY.open());

    @Test
    void itsOwnThenThoseOfUpdatesAndNeverThoseOfARecallAlone() {
        DossierId letter = station.take(Letters.letter("D1", "H01")).dossier();
        station.take(Letters.removing("D1", "D1", "H01", "H01", "H02"));
        station.take(Letters.recall("D1", "D1", "sai số", "H01", "H03"));
        assertThat(station.lineageOf(letter)).hasSize(3);
        assertThat(new ToldRecipients(station.work).of(station.dossier(letter)))
                .extracting(recipient -> recipient.code().text())
                .containsExactly("H01", "H02");
    }
}
