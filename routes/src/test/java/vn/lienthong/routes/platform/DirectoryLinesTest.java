package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.gateway.agency.CodeAssignment;
import vn.lienthong.gateway.agency.CodeForm;
import vn.lienthong.gateway.agency.DirectoryChange;
import vn.lienthong.gateway.agency.DirectoryRows;
import vn.lienthong.gateway.agency.ImportPreview;
import vn.lienthong.gateway.agency.Succession;
import vn.lienthong.gateway.agency.SuccessionKind;

class DirectoryLinesTest {

    private static final Instant OPENED = Instant.parse("2019-12-31T17:00:00Z");
    private static final Instant END = Instant.parse("2026-11-30T17:00:00Z");
    private static final AgencyId CLOSING = AgencyId.derived(new AgencyCode("H53.31"), OPENED);
    private static final AgencyId SUCCESSOR = AgencyId.derived(new AgencyCode("H99"), OPENED);

    @Test
    void whoConfirmsSeesTheCodesTheSuccessorAndWhatWasBefore() {
        DirectoryRows closed = new DirectoryRows(
                List.of(agency(CLOSING, "Sở Thử", Optional.of(END))),
                List.of(code("H53.31", CLOSING, Optional.of(END))),
                List.of(new Succession(CLOSING, SUCCESSOR, SuccessionKind.WHOLE, END, "QĐ 5")));
        DirectoryRows open = new DirectoryRows(
                List.of(agency(CLOSING, "Sở Cũ", Optional.empty())),
                List.of(code("H53.31", CLOSING, Optional.empty())),
                List.of());
        DirectoryRows before = new DirectoryRows(
                List.of(open.agencies().getFirst(), agency(SUCCESSOR, "Tỉnh Chín", Optional.empty())),
                List.of(open.codes().getFirst(), code("H99", SUCCESSOR, Optional.empty())),
                List.of());
        ImportPreview preview = new ImportPreview(
                new DirectoryChange(7, closed, open, "QĐ 5"), List.of(), List.of(), closed.agencies(), List.of());

        assertThat(DirectoryLines.of(preview, AgencyDirectory.of(7, before)))
                .containsExactly(
                        "đóng: H53.31 Sở Thử, từ 01/01/2020 00:00 đến 01/12/2026 00:00"
                                + "; trước đó: H53.31 Sở Cũ, từ 01/01/2020 00:00",
                        "đóng mã: H53.31 của Sở Thử, từ 01/01/2020 00:00 đến 01/12/2026 00:00"
                                + "; trước đó: H53.31 của Sở Thử, từ 01/01/2020 00:00",
                        "kế thừa: H99 Tỉnh Chín kế thừa toàn bộ Sở Thử, từ 01/12/2026 00:00");
    }

    private static Agency agency(AgencyId id, String name, Optional<Instant> to) {
        return new Agency(id, name, Optional.empty(), AgencyKind.UNIT, OPENED, to);
    }

    private static CodeAssignment code(String code, AgencyId id, Optional<Instant> to) {
        return new CodeAssignment(new AgencyCode(code), id, CodeForm.NEW, OPENED, to, OPENED);
    }
}
