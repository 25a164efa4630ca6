package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.approval.RequestId;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.Shown;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.tray.DraftId;

class ApprovalLineTest {

    private static final SigningRequest REQUEST = new SigningRequest(
            new RequestId(new UUID(4, 1)),
            new DraftId(new UUID(2, 1)),
            1,
            new AgencyId(new UUID(1, 1)),
            "ct.anh",
            new SigningRequest.Ask("USER:vt", Instant.EPOCH, "kính trình", Optional.empty()),
            new Shown("12/UBND", "Công văn", "Về việc đê", 0, "a.pdf"),
            Sha256.of(new byte[] {1}),
            Optional.empty(),
            RequestState.ASKED,
            Optional.empty());

    @Test
    void whoMayNotSignDoesNotReadWhatItIsAbout() {
        ApprovalLine may = new ApprovalLine(REQUEST, true, false);
        assertThat(may.name()).isEqualTo("12/UBND");
        assertThat(may.subject()).isEqualTo("Về việc đê");
        assertThat(may.note()).isEqualTo("kính trình");
        ApprovalLine not = new ApprovalLine(REQUEST, false, false);
        assertThat(not.name() + not.subject() + not.note()).isEmpty();
    }
}
