package vn.lienthong.gateway.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Refusals.Refusal;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;

/** What every {@link Refusals} promises. */
public abstract class RefusalsContract extends StoreContract {

    protected RefusalsContract(Stores stores) {
        super(stores);
    }

    private static Refusal refusal(String documentId, Optional<Sha256> bytes, List<Finding> findings) {
        return new Refusal(DossierSketch.NOW, Channel.REST, "sys-'x", "192.0.2.1:4711", documentId, bytes, findings);
    }

    @Test
    void theLatestComesFirstWithAllItsFindings() {
        assertThat(stores.refusals().latest(10)).isEmpty();
        Refusal first = refusal("", Optional.empty(), List.of());
        Refusal second = refusal(
                "D/1,\"x\"",
                Optional.of(Sha256.of("x".getBytes(StandardCharsets.UTF_8))),
                List.of(
                        Finding.error(ErrorCode.AGENCY_UNKNOWN, "To[2]/OrganId", "mã: H99 (cần: mã đang dùng)"),
                        Finding.warning(ErrorCode.FIELD_TOO_LONG, "Subject", "dòng 1\n\"dòng\" 2 \\ €😀")));
        stores.refusals().add(first);
        stores.refusals().add(second);
        assertThat(stores.refusals().latest(10)).containsExactly(second, first);
        assertThat(stores.refusals().latest(1)).containsExactly(second);
    }
}
