package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.Sketch;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DeliveryId;
import vn.lienthong.gateway.dossier.DeliverySketch;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierSketch;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.StoreContract;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Stores;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.status.Status;

/** What every {@link Trays} promises. */
public abstract class TraysContract extends StoreContract {

    private static final AgencyId SO = Sketch.id("so");
    private static final AgencyId BO = Sketch.id("bo");
    private static final Set<AgencyId> OWN = Set.of(SO);
    private static final Instant NOW = DossierSketch.NOW;

    protected TraysContract(Stores stores) {
        super(stores);
    }

    @Test
    void onlyWhatWaitsForTheAgencyOrWasHandedToItLiesInItsTray() {
        DossierId document = keep(new DossierSketch("D1").about("12", "UBND", "Về việc đê điều"));
        for (DeliveryState state : DeliveryState.values()) {
            keep(new DeliverySketch(document).state(state));
        }
        keep(new DeliverySketch(document).kind(MessageKind.STATUS));
        DeliveryId others = keep(new DeliverySketch(document).to("H02", "phong", "sys-phong"));
        assertThat(found(Optional.empty())).hasSize(3);
        assertThat(stores.trays().find(OWN, others)).isEmpty();
        assertThat(stores.trays().find(Set.of(Sketch.id("phong")), others)).isPresent();
        assertThat(stores.trays().search(search(Set.of(), Optional.empty()))).isEmpty();
        assertThat(stores.trays().count(Set.of())).isEmpty();
    }

    @Test
    void custodyIsShownWhereTheClerkDecides() {
        DossierId clerks = keep(new DossierSketch("D1").held(Hold.RECEIVING_CLERK));
        DossierId operators = keep(new DossierSketch("D2").held(Hold.OPERATOR));
        DeliveryId shown = keep(new DeliverySketch(clerks).state(DeliveryState.HELD));
        keep(new DeliverySketch(operators).state(DeliveryState.HELD));
        assertThat(found(Optional.empty())).singleElement().satisfies(item -> {
            assertThat(item.delivery()).isEqualTo(shown);
            assertThat(item.held()).isTrue();
            assertThat(item.stage()).isEqualTo(TrayStage.NEW);
        });
    }

    @Test
    void whatTheAgencyRefusedItselfStaysToBeSeen() {
        DossierId refused = keep(new DossierSketch("D1").state(DossierState.REFUSED));
        DossierId byOperator = keep(new DossierSketch("D2").state(DossierState.REFUSED));
        DeliveryId copy = keep(new DeliverySketch(refused).state(DeliveryState.FAILED));
        keep(new DeliverySketch(byOperator).state(DeliveryState.FAILED));
        says(refused, SO, BO, "02");
        assertThat(found(Optional.of(TrayStage.FINISHED)))
                .extracting(TrayItem::delivery)
                .containsExactly(copy);
    }

    @Test
    void theLastStatusOfTheAgencyTellsTheStage() {
        DossierId document = keep(new DossierSketch("D1"));
        DeliveryId copy = keep(new DeliverySketch(document).handedOver(NOW));
        says(document, Sketch.id("phong"), BO, "06");
        says(document, SO, BO, "01");
        assertThat(item(copy).stage()).isEqualTo(TrayStage.NEW);
        assertThat(item(copy).opened()).isTrue();
        says(document, SO, BO, "03");
        assertThat(item(copy).stage()).isEqualTo(TrayStage.IN_WORK);
        says(document, SO, BO, "06");
        assertThat(item(copy).lastStatus()).isEqualTo("06");
        assertThat(found(Optional.of(TrayStage.FINISHED))).hasSize(1);
        assertThat(found(Optional.of(TrayStage.NEW))).isEmpty();
        assertThat(stores.trays().count(OWN)).isEqualTo(Map.of(TrayStage.FINISHED, 1L));
    }

    @Test
    void aRequestToGiveItBackIsOpenUntilItIsAnswered() {
        DossierId document = keep(new DossierSketch("D1"));
        DeliveryId copy = keep(new DeliverySketch(document).handedOver(NOW));
        says(document, SO, BO, "03");
        says(document, BO, Sketch.id("phong"), "13");
        assertThat(item(copy).askedBack()).as("another recipient was asked").isFalse();
        says(document, BO, SO, "13");
        assertThat(item(copy).askedBack()).isTrue();
        says(document, SO, BO, "16");
        assertThat(item(copy).askedBack()).isFalse();
        assertThat(item(copy).stage()).as("it stays in work").isEqualTo(TrayStage.IN_WORK);
        says(document, BO, SO, "13");
        says(document, SO, BO, "15");
        assertThat(item(copy).stage()).isEqualTo(TrayStage.FINISHED);
    }

    @Test
    void aRecallIsFinishedByEitherAnswer() {
        DossierId recall = keep(new DossierSketch("D1").acting(BusinessAction.REVOKE, "D1", "v"));
        DeliveryId copy = keep(new DeliverySketch(recall).handedOver(NOW));
        assertThat(item(copy).isChange()).isTrue();
        says(recall, SO, BO, "16");
        assertThat(item(copy).stage()).isEqualTo(TrayStage.FINISHED);
    }

    @Test
    void newOnesComeOldestFirstOthersNewestFirstAndPageByPage() {
        DeliveryId late = keep(new DeliverySketch(keep(new DossierSketch("D1"))).at(NOW));
        DeliveryId early = keep(new DeliverySketch(keep(new DossierSketch("D2"))).at(NOW.minusSeconds(60)));
        assertThat(found(Optional.of(TrayStage.NEW)))
                .extracting(TrayItem::delivery)
                .containsExactly(early, late);
        assertThat(found(Optional.empty())).extracting(TrayItem::delivery).containsExactly(late, early);
        assertThat(stores.trays().search(new TraySearch(OWN, Optional.empty(), Optional.empty(), false, "", 1, 1)))
                .extracting(TrayItem::delivery)
                .containsExactly(early);
        assertThat(stores.trays().countNew(OWN, NOW)).isEqualTo(1);
        assertThat(stores.trays().search(new TraySearch(OWN, Optional.empty(), Optional.of(NOW), false, "", 9, 0)))
                .extracting(TrayItem::delivery)
                .containsExactly(early);
    }

    @Test
    void whatNobodyOpenedIsLeftOutForWhoSeesOpenedOnesOnly() {
        keep(new DeliverySketch(keep(new DossierSketch("D1"))));
        DeliveryId opened = keep(new DeliverySketch(keep(new DossierSketch("D2"))).handedOver(NOW));
        assertThat(stores.trays().search(new TraySearch(OWN, Optional.empty(), Optional.empty(), true, "", 9, 0)))
                .extracting(TrayItem::delivery)
                .containsExactly(opened);
    }

    @Test
    void wordsAreLookedForInAnyOrderWithOrWithoutMarks() {
        keep(new DeliverySketch(keep(new DossierSketch("H01,2026,12%").about("12", "UBND-VP", "Về việc Đê điều"))));
        keep(new DeliverySketch(keep(new DossierSketch("other").about("7", "SNV", "Khác"))));
        for (String text :
                List.of("12/ubnd", "đê ĐIỀU", "bộ gửi", "2026,12%", " UBND-VP ", "de dieu", "điều  bo viec", "điều")) {
            assertThat(stores.trays()
                            .search(new TraySearch(OWN, Optional.empty(), Optional.empty(), false, text, 9, 0)))
                    .as(text)
                    .anySatisfy(item -> assertThat(item.facts().number()).isEqualTo("12"));
        }
        assertThat(stores.trays().search(new TraySearch(OWN, Optional.empty(), Optional.empty(), false, "%", 9, 0)))
                .hasSize(1);
        assertThat(stores.trays()
                        .search(new TraySearch(OWN, Optional.empty(), Optional.empty(), false, "đê snv", 9, 0)))
                .as("every word")
                .isEmpty();
    }

    private TrayItem item(DeliveryId copy) {
        return stores.trays().find(OWN, copy).orElseThrow();
    }

    private List<TrayItem> found(Optional<TrayStage> stage) {
        return stores.trays().search(search(OWN, stage));
    }

    private static TraySearch search(Set<AgencyId> agencies, Optional<TrayStage> stage) {
        return new TraySearch(agencies, stage, Optional.empty(), false, "", 50, 0);
    }

    private void says(DossierId document, AgencyId from, AgencyId to, String code) {
        String docId = UUID.randomUUID().toString();
        write(t -> t.statuses()
                .add(new Status(
                        0,
                        Optional.of(document),
                        new AgencyCode("X"),
                        Optional.of(from),
                        new AgencyCode("Y"),
                        Optional.of(to),
                        "D1",
                        code,
                        "",
                        "",
                        Optional.empty(),
                        NOW,
                        new StoredBytes(Sha256.of(docId.getBytes(StandardCharsets.UTF_8)), 1),
                        "sys",
                        docId,
                        "")));
    }
}
