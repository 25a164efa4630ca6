package vn.lienthong.routes.command.demo;

import java.util.List;

/** The story: who meets a gateway for the first time sees in ten lines what it is for. */
final class Story {
    private Story() {}

    static List<Scene> scenes() {
        return List.of(
                new Scene(
                        "Văn phòng Chính phủ gửi công văn đã ký số cho Tây Ninh và Nghệ An; cả hai chữ ký hợp lệ",
                        "a signed letter to two agencies, both signatures pass",
                        Correspondence::send),
                new Scene(
                        "Hai tỉnh thấy văn bản, lấy về, tệp đúng từng byte, báo đã nhận",
                        "both list it, fetch it, byte for byte, and report done",
                        Correspondence::collect),
                new Scene(
                        "Tây Ninh tiếp nhận (01, 03), Nghệ An từ chối kèm lý do (02); nơi gửi biết cả ba",
                        "one accepts, one refuses; the sender hears of it",
                        Correspondence::answer),
                new Scene(
                        "Gửi lại đúng văn bản ấy: cùng DocId, không ai nhận thêm bản thứ hai",
                        "a repeated hand-in is the same document",
                        Correspondence::sendAgain),
                new Scene(
                        "Một byte của PDF bị sửa sau khi ký: cổng từ chối và nói rõ chữ ký hỏng",
                        "a tampered file is refused, with the reason",
                        Refusing::tampered),
                new Scene(
                        "Gửi nhầm rồi thu hồi trước khi Nghệ An lấy: văn bản biến khỏi danh sách",
                        "a recall before the recipient fetched it",
                        Changes::recall),
                new Scene(
                        "Gửi tới mã H39 (Long An, đóng 1/7/2025): giao cho Tây Ninh kế thừa, nơi gửi được báo",
                        "a closed code leads to its successor",
                        Changes::followClosedCode),
                new Scene(
                        "Kẻ lạ dùng tên hệ thống thật với khóa bí mật sai: bị từ chối, có ghi lại",
                        "a wrong secret is refused and noted",
                        Refusing::wrongSecret),
                new Scene(
                        "Đẩy tới Bộ Xây dựng: lần đầu máy bận (503), cổng tự thử lại và giao được",
                        "a push that fails is retried until taken",
                        Pushing::untilTaken),
                new Scene(
                        "Chuỗi chứng cứ của hồ sơ đầu liền mạch, biên nhận có chữ ký của cổng kiểm tra đúng",
                        "the evidence chain and the signed receipt hold",
                        CheckEvidence::play));
    }
}
