package vn.lienthong.gateway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.DraftFile;

/** A signature counts where the draft's file carries it. */
class StandingTest {

    private final ApprovalDesk desk = new ApprovalDesk();

    private SigningRequest signed(Draft draft, String text) {
        SigningRequest request = desk.asked(now(draft));
        StoredBytes bytes = desk.keep(text.getBytes(StandardCharsets.UTF_8));
        assertThat(desk.requests.sign(
                        request, bytes, new Decision(ApprovalDesk.ACTOR, desk.clock.instant(), "", Optional.empty())))
                .isTrue();
        return desk.now(request);
    }

    private Draft now(Draft draft) {
        return desk.drafts.find(draft.id()).orElseThrow();
    }

    @Test
    void whatTheClerkPutInSinceIsNotWhatTheOfficerSigned() {
        Draft draft = desk.draft();
        SigningRequest first = signed(draft, "signed by one");
        SigningRequest second = signed(draft, "signed by both");
        List<SigningRequest> all = List.of(second, first);
        assertThat(Standing.of(now(draft), all).values())
                .as("the second signature lies on the first")
                .containsExactly(Standing.SIGNED, Standing.SIGNED);
        StoredBytes both = second.bytes().orElseThrow();
        DraftFile sealed = new DraftFile(
                "cong-van.pdf",
                desk.keep("sealed".getBytes(StandardCharsets.UTF_8)),
                Optional.of(both),
                "",
                Optional.empty(),
                DraftFile.Awaited.NONE);
        assertThat(Standing.of(now(draft).carrying(List.of(sealed), desk.clock.instant()), all)
                        .values())
                .as("under the agency's seal")
                .containsOnly(Standing.SIGNED);
        DraftFile other = new DraftFile("cong-van.pdf", desk.keep("other".getBytes(StandardCharsets.UTF_8)));
        Draft changed = now(draft).carrying(List.of(other), desk.clock.instant());
        assertThat(Standing.of(changed, all).values()).containsOnly(Standing.CHANGED_SINCE);
        assertThat(Standing.of(changed.carrying(List.of(), desk.clock.instant()), all)
                        .values())
                .containsOnly(Standing.CHANGED_SINCE);
        assertThat(Standing.of(changed, List.of(desk.asked(now(draft)), second)).values())
                .containsExactly(Standing.ASKED, Standing.CHANGED_SINCE);
    }
}
