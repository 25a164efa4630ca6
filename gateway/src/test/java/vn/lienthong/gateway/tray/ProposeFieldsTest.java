package vn.lienthong.gateway.tray;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProposeFieldsTest {

    @Test
    void aLetterLaidOutAsTheDecreeWantsItIsRead() {
        String first =
                """
                ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                XÃ TÂN AN                Độc lập - Tự do - Hạnh phúc
                Số: 125/UBND-VHXH        Tân An, ngày 05 tháng 11 năm 2026
                V/v rà soát hộ nghèo, hộ cận nghèo
                trên địa bàn xã năm 2026
                Kính gửi: Sở Nông nghiệp và Môi trường
                Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ
                """;
        String last =
                """
                Trân trọng./.
                Nơi nhận:                TM. ỦY BAN NHÂN DÂN
                - Như trên;              CHỦ TỊCH
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                Nguyễn Văn Bình
                """;
        assertThat(ProposeFields.from(first, last))
                .isEqualTo(new DraftFields(
                        "125",
                        "UBND-VHXH",
                        "Tân An",
                        "2026-11-05",
                        "Công văn",
                        "rà soát hộ nghèo, hộ cận nghèo trên địa bàn xã năm 2026",
                        "TM. ỦY BAN NHÂN DÂN",
                        "CHỦ TỊCH",
                        "Nguyễn Văn Bình",
                        0));
    }

    @Test
    void aDecisionIsKnownByItsTitle() {
        DraftFields read = ProposeFields.from(
                """
                Số: 7/QĐ-UBND
                Hà Nội, ngày 31 tháng 02 năm 2026
                QUYẾT ĐỊNH
                Về việc khen thưởng năm 2026
                """,
                "");
        assertThat(read.typeName()).isEqualTo("Quyết định");
        assertThat(read.subject()).isEqualTo("khen thưởng năm 2026");
        assertThat(read.notation()).isEqualTo("QĐ-UBND");
        assertThat(read.issuedOn()).as("no such day").isEmpty();
    }

    @Test
    void ofNothingNothingIsProposed() {
        assertThat(ProposeFields.from("", "")).isEqualTo(DraftFields.EMPTY);
        assertThat(ProposeFields.from("Số: /\nNguyễn Văn Bình", "Nguyễn Văn Bình"))
                .isEqualTo(DraftFields.EMPTY);
    }
}
