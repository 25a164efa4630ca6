package vn.lienthong.gateway.packet.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marking is refused, a word is not: a false alarm keeps a lawful document from its recipient. */
class SecrecyMarkingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mật",
                "MẬT",
                "tối mật",
                "TUYỆT MẬT",
                "[MẬT] Kế hoạch phòng thủ",
                "(Tối mật) Kế hoạch phòng thủ",
                "Kế hoạch phòng thủ khu vực (Mật)",
                "{tuyệt mật} V/v",
                "MẬT - V/v kế hoạch",
                "Mật: V/v kế hoạch",
                "Tối mật – V/v kế hoạch",
                "TUYỆT MẬT Kế hoạch phòng thủ",
                "V/v kế hoạch phòng thủ - Tối mật",
                "Độ mật: Mật",
                "Kế hoạch A; độ mật: tuyệt mật; số 5",
                "Độ mật : Tối mật"
            })
    void markings(String text) {
        assertThat(SecrecyMarking.inText(text)).isTrue();
        assertThat(SecrecyMarking.inText(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .as("decomposed letters")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "V/v bảo mật thông tin",
                "V/v tăng cường công tác bảo mật",
                "Bảo mật",
                "Bảo mật: hướng dẫn sử dụng",
                "BẢO MẬT THÔNG TIN",
                "Mật độ dân số năm 2025",
                "MẬT ĐỘ XÂY DỰNG",
                "An toàn thông tin mật mã",
                "Cơ yếu, mật mã, chữ ký số",
                "Mật mã dân sự",
                "mật-mã dân sự",
                "Quy chế bảo vệ bí mật nhà nước",
                "Bí mật nhà nước",
                "Quy định về quản lý tài liệu mật, tối mật, tuyệt mật",
                "QUY ĐỊNH QUẢN LÝ TÀI LIỆU TỐI MẬT CỦA TỈNH",
                "Giải mật tài liệu lưu trữ",
                "Hợp tác xã nuôi ong lấy mật",
                "Mật ong Tây Nguyên",
                "Xác định độ mật của tài liệu",
                "Đổi mật khẩu",
                "Điều kiện mặt bằng",
                "Mật thiết phối hợp"
            })
    void ordinaryWords(String text) {
        assertThat(SecrecyMarking.inText(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT.pdf",
                "Mật.pdf",
                "KH_phong_thu_MẬT.pdf",
                "MẬT_KH phòng thủ.pdf",
                "(Mật) kế hoạch.docx",
                "[TỐI MẬT]-ke hoach.pdf",
                "Tối mật_kế hoạch.pdf",
                "kế hoạch-TUYỆT MẬT.pdf",
                "[MAT] ke hoach.pdf",
                "KE_HOACH_TUYET_MAT.pdf"
            })
    void markedFileNames(String name) {
        assertThat(SecrecyMarking.inFileName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".pdf",
                "bao_mat.pdf",
                "BAO_MAT.pdf",
                "AN_TOÀN_BẢO_MẬT.pdf",
                "bảo_mật.pdf",
                "Mật_độ_dân_số.pdf",
                "MẬT_ĐỘ_DÂN_SỐ.xlsx",
                "mật mã.pdf",
                "Quy chế quản lý tài liệu tuyệt mật.pdf",
                "mat-bang.pdf",
                "tep1.pdf",
                "BÍ_MẬT.pdf"
            })
    void ordinaryFileNames(String name) {
        assertThat(SecrecyMarking.inFileName(name)).isFalse();
    }
}
