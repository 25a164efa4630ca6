package vn.lienthong.routes.command.demo;

import java.util.List;

/** The story of two gateways: how a document and its statuses find their way across. */
final class NetworkStory {
    private NetworkStory() {}

    static List<Scene<NetworkStage>> scenes() {
        return List.of(
                new Scene<>(
                        "Tây Ninh gửi qua cổng tỉnh; cổng tỉnh chuyển lên trục, Văn phòng Chính phủ nhận đúng từng byte",
                        "up, byte for byte",
                        NetworkScenes::up),
                new Scene<>(
                        "Văn phòng Chính phủ báo 01 rồi 03; hai trạng thái về tới Tây Ninh qua cổng tỉnh",
                        "statuses come down",
                        NetworkScenes::statusesDown),
                new Scene<>(
                        "Gửi lại đúng văn bản ấy: cùng DocId, Văn phòng Chính phủ không có bản thứ hai",
                        "a duplicate",
                        NetworkScenes::again),
                new Scene<>(
                        "Văn phòng Chính phủ gửi Tây Ninh; cổng tỉnh tự lấy về, vết đi qua cả hai cổng",
                        "down, both stations in the trace",
                        NetworkScenes::down),
                new Scene<>(
                        "Tây Ninh từ chối (02) kèm lý do; trạng thái lên tới Văn phòng Chính phủ",
                        "a status goes up",
                        NetworkScenes::statusUp),
                new Scene<>(
                        "Trục mất điện; Tây Ninh vẫn gửi được, cổng tỉnh giữ lại; trục chạy lại, văn bản tới nơi",
                        "the axis goes down and comes back",
                        NetworkScenes::whileTheAxisIsDown));
    }
}
