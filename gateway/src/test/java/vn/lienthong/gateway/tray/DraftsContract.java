package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.packet.BusinessAction;

/** What every {@link Drafts} promises. */
public abstract class DraftsContract {

    private static final AgencyId COMMUNE = new AgencyId(new UUID(1, 1));
    private static final Instant NOW = Instant.parse("2026-11-02T03:00:00.123456Z");
    private static final DraftFields FIELDS = new DraftFields(
            "12", "UBND-VP", "Tân An", "2026-11-02", "Công văn", "Về việc đê", "TM. ỦY BAN", "CHỦ TỊCH", "Lê Văn A", 2);

    /** A store without drafts. */
    protected abstract Drafts drafts();

    /** A document on record. */
    protected abstract DossierId document();

    @Test
    void keepsADraftAsItIs() {
        Drafts drafts = drafts();
        Draft draft = begun(1);
        drafts.add(draft);
        assertThat(drafts.find(draft.id())).contains(draft);
        Draft full = draft.with(FIELDS, "", NOW.plusSeconds(1))
                .to(List.of(new AgencyCode("H49"), new AgencyCode("G22")), NOW)
                .carrying(List.of(file("a.pdf"), file("phụ lục.docx")), NOW.plusSeconds(2));
        assertThat(drafts.replace(draft, full)).isTrue();
        assertThat(drafts.find(draft.id())).contains(full);
        Draft fewer = full.carrying(List.of(file("phụ lục.docx")), NOW.plusSeconds(3));
        assertThat(drafts.replace(full, fewer)).isTrue();
        assertThat(drafts.find(draft.id())).contains(fewer);
        assertThat(drafts.find(new DraftId(new UUID(9, 9)))).isEmpty();
    }

    @Test
    void whatASealedFileWasBeforeIsKeptUntilTheDraftIsSent() {
        Drafts drafts = drafts();
        Draft plain = begun(1).carrying(List.of(file("a.pdf"), file("b.pdf")), NOW);
        drafts.add(plain);
        DraftFile sealed = file("a.pdf")
                .sealed(
                        file("sealed").bytes(),
                        "SEAL",
                        new SealUse(COMMUNE, Sha256.of(new byte[] {7}), "USER:van.thu", NOW));
        Draft after = plain.carrying(List.of(sealed, file("b.pdf")), NOW);
        assertThat(drafts.replace(plain, after)).isTrue();
        assertThat(drafts.find(plain.id())).contains(after);
        Draft moved = after.carrying(List.of(file("b.pdf"), sealed), NOW);
        assertThat(drafts.replace(after, moved)).isTrue();
        assertThat(drafts.find(plain.id()).orElseThrow().files().get(1).before())
                .contains(file("a.pdf").bytes());
        drafts.sent(plain.id(), document());
        assertThat(drafts.find(plain.id()).orElseThrow().files())
                .allSatisfy(file -> assertThat(file.before()).isEmpty());
    }

    @Test
    void onlyWhatIsStillAsItWasShownIsPinned() {
        Drafts drafts = drafts();
        Draft draft = begun(1).carrying(List.of(file("a.pdf"), file("b.pdf")), NOW);
        drafts.add(draft);
        assertThat(drafts.pin(draft)).contains(draft);
        assertThat(drafts.pin(draft)).as("again").contains(draft);
        Draft after = draft.with(FIELDS, "", NOW);
        assertThat(drafts.replace(draft, after)).as("it may still be changed").isTrue();
        assertThat(drafts.pin(draft)).isEmpty();
        drafts.sent(draft.id(), document());
        assertThat(drafts.pin(after)).isEmpty();
    }

    @Test
    void anUpdateKeepsWhatItActsOn() {
        Drafts drafts = drafts();
        Draft update =
                begun(1).acting(BusinessAction.UPDATE, "H49,2026/11/01,7", FIELDS, List.of(new AgencyCode("G22")));
        drafts.add(update);
        assertThat(drafts.find(update.id())).contains(update);
    }

    @Test
    void whoChangedItFirstWins() {
        Drafts drafts = drafts();
        Draft draft = begun(1);
        drafts.add(draft);
        Draft first = draft.with(FIELDS, "", NOW);
        assertThat(drafts.replace(draft, first)).isTrue();
        assertThat(drafts.replace(draft, draft.with(DraftFields.EMPTY, "", NOW)))
                .isFalse();
        assertThat(drafts.find(draft.id())).contains(first);
    }

    @Test
    void whatWasSentIsNotADraftAnyMore() {
        Drafts drafts = drafts();
        Draft draft = begun(1);
        drafts.add(draft);
        DossierId document = document();
        drafts.sent(draft.id(), document);
        drafts.sent(draft.id(), document());
        assertThat(drafts.find(draft.id()).orElseThrow().sent()).contains(document);
        assertThat(drafts.open(Set.of(COMMUNE), 9)).isEmpty();
        assertThat(drafts.replace(draft, draft.with(FIELDS, "", NOW))).isFalse();
        assertThat(drafts.discard(draft.id())).isFalse();
    }

    @Test
    void openOnesAreListedLastChangedFirstAndForTheirAgencyAlone() {
        Drafts drafts = drafts();
        Draft older = begun(1);
        Draft newer = begun(2).with(FIELDS, "", NOW.plusSeconds(9));
        drafts.add(newer);
        drafts.add(older);
        assertThat(drafts.open(Set.of(COMMUNE), 9)).containsExactly(newer, older);
        assertThat(drafts.open(Set.of(COMMUNE), 1)).containsExactly(newer);
        assertThat(drafts.open(Set.of(new AgencyId(new UUID(1, 2))), 9)).isEmpty();
        assertThat(drafts.open(Set.of(), 9)).isEmpty();
        assertThat(drafts.discard(newer.id())).isTrue();
        assertThat(drafts.discard(newer.id())).isFalse();
        assertThat(drafts.find(newer.id())).isEmpty();
    }

    private static Draft begun(int number) {
        return Draft.begun(new DraftId(new UUID(7, number)), COMMUNE, "USER:van.thu", NOW);
    }

    private static DraftFile file(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return new DraftFile(name, new StoredBytes(Sha256.of(bytes), bytes.length));
    }
}
