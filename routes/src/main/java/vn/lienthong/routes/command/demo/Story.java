package vn.lienthong.routes.command.demo;

import java.util.List;

/** The story: who meets a gateway for the first time sees in a dozen lines what it is for. */
final class Story {
    private Story() {}

    static List<Scene<Stage>> scenes() {
        return List.of(
                new Scene<>(
                        "Văn phòng Chính phủ gửi công văn cho Tây Ninh và Nghệ An, hai chữ ký hợp lệ",
                        "a signed letter to two",
                        Correspondence::send),
                new Scene<>(
                        "Hai tỉnh thấy văn bản, lấy về đúng từng byte, báo đã nhận",
                        "fetched byte for byte",
                        Correspondence::collect),
                new Scene<>(
                        "Tây Ninh tiếp nhận (01, 03), Nghệ An từ chối kèm lý do (02), nơi gửi biết cả ba",
                        "accepted, refused",
                        Correspondence::answer),
                new Scene<>(
                        "Gửi lại đúng văn bản ấy: cùng DocId, không có bản thứ hai",
                        "a duplicate",
                        Correspondence::sendAgain),
                new Scene<>(
                        "Một byte của PDF bị sửa sau khi ký: cổng từ chối, nói rõ chữ ký hỏng",
                        "tampered, refused",
                        Refusing::tampered),
                new Scene<>(
                        "Gửi nhầm rồi thu hồi trước khi Nghệ An lấy: văn bản biến khỏi danh sách",
                        "recalled",
                        Changes::recall),
                new Scene<>(
                        "Gửi tới mã H39 (Long An, đóng 1/7/2025): giao cho Tây Ninh, nơi gửi được báo",
                        "a closed code",
                        Changes::followClosedCode),
                new Scene<>(
                        "Dùng tên hệ thống thật với khóa bí mật sai: bị từ chối, có ghi lại",
                        "wrong secret",
                        Refusing::wrongSecret),
                new Scene<>(
                        "Đẩy tới Bộ Xây dựng: lần đầu máy bận (503), cổng tự thử lại và giao được",
                        "push, retried",
                        Pushing::untilTaken),
                new Scene<>(
                        "Văn thư Huế trình ký hai văn bản, lãnh đạo ký một; văn thư đóng dấu, gửi: hai chữ ký hợp lệ",
                        "an officer signs, a clerk seals",
                        Approving::play),
                new Scene<>(
                        "Chuỗi chứng cứ liền mạch, biên nhận có chữ ký của cổng kiểm tra đúng",
                        "evidence holds",
                        CheckEvidence::play),
                new Scene<>(
                        "Người vận hành đăng nhập trang quản trị và đọc được cả câu chuyện của hồ sơ",
                        "a person sees it",
                        VisitConsole::play));
    }
}
