package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.dossier.Facts;
import vn.lienthong.gateway.evidence.Entry;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.tray.TrayItem;

/** What a recipient sees of a document's trail. */
final class TrayStoryTest {

    private static final AgencyId WARD = new AgencyId(new UUID(7, 7));

    private final Sample sample = Sample.accepted("12");
    private final Dossier dossier = sample.dossier();
    private final Delivery copy =
            sample.copy("H53", DeliveryState.WAITING, false, 0, Optional.of(WARD), Optional.of("ward"));

    private List<TimelineLine> trail(String detail) {
        Entry entry = new Entry(
                dossier.id(),
                1,
                Instant.EPOCH,
                EvidenceEvent.SUBMISSION_ACCEPTANCE,
                "gateway",
                detail,
                Entry.FIRST,
                Entry.FIRST);
        Story story = new Story(dossier, List.of(copy), List.of(), List.of(), List.of(), List.of(entry));
        TrayItem item = new TrayItem(
                copy.id(),
                dossier.id(),
                WARD,
                BusinessAction.NEW,
                "",
                dossier.facts(),
                Instant.EPOCH,
                false,
                false,
                "",
                false);
        return TrayStory.of(story, item).trail();
    }

    @Test
    void aFileThatIsCalledAsAFactHidesNothing() {
        assertThat(trail(Facts.with("sealed", List.of(Map.of("file", "delivery \"delivery\":.pdf")))
                        .json()))
                .hasSize(1);
        assertThat(trail(Facts.with("delivery", copy.id()).json())).hasSize(1);
        assertThat(trail(Facts.with("delivery", new UUID(9, 9)).json()))
                .as("another recipient's")
                .isEmpty();
    }
}
