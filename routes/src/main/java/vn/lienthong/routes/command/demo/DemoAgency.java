package vn.lienthong.routes.command.demo;

import java.time.Instant;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.routes.platform.DemoRemains;

/** The agencies of the story: real codes of the directory, imagined systems. */
enum DemoAgency {
    VPCP("G22", "Văn phòng Chính phủ", "vpcp", "Nguyễn Văn Minh"),
    TAY_NINH("H53", "UBND tỉnh Tây Ninh", "tayninh", "Trần Thị Hạnh"),
    NGHE_AN("H41", "UBND tỉnh Nghệ An", "nghean", "Lê Quang Hải"),
    /** Has its documents pushed to it; the others collect. */
    XAY_DUNG("G17", "Bộ Xây dựng", "boxaydung", "Phạm Thu Trang");

    private final String code;
    private final String title;
    private final String systemId;
    private final String official;

    DemoAgency(String code, String title, String system, String official) {
        this.code = code;
        this.title = title;
        this.systemId = DemoRemains.SYSTEM_PREFIX + system;
        this.official = official;
    }

    String code() {
        return code;
    }

    /** As the directory names it. */
    String title() {
        return title;
    }

    String systemId() {
        return systemId;
    }

    /** Who signs for it. */
    String official() {
        return official;
    }

    AgencyBlock block() {
        return AgencyBlock.of(code, title);
    }

    AgencyId id(AgencyDirectory directory, Instant now) {
        return directory
                .holderOf(new AgencyCode(code), now)
                .orElseThrow(() -> new StepFailed("mã " + code + " không có trong danh mục"));
    }
}
