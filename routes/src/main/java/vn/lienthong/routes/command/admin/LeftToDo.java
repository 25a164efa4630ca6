package vn.lienthong.routes.command.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a restore leaves to people.
 *
 * @param keys whether the keys were in the backup and are back
 * @param data the restored folder
 * @param masterKey where its settings want the master key, unless in {@code secrets}
 */
record LeftToDo(boolean keys, Path data, Optional<Path> masterKey) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        keys(lines);
        lines.add("kiểm tra: doctor, admin evidence check, rồi serve");
        lines.add("hàng đợi tự đầy lại từ hồ sơ; không phải khôi phục gì cho nó");
        lines.add("những gì nhận SAU thời điểm trên không còn: báo các hệ thống và láng giềng gửi lại từ lúc đó"
                + " (gửi lại văn bản cổng đã có thì vẫn là một văn bản)");
        lines.add("văn bản đã giao sau thời điểm trên sẽ được giao lại, với đúng mã DocId cũ");
        lines.add("quyền đã thu SAU thời điểm trên có hiệu lực trở lại: làm lại việc khóa tài khoản, chấm dứt ủy quyền,"
                + " thay khóa bí mật của hệ thống và láng giềng, bỏ webhook; thu hồi lời mời còn mở, cấp lại mã khôi phục,"
                + " xem lại các đề nghị đang chờ (đã bị từ chối thì lại chờ)");
        return lines;
    }

    private void keys(List<String> lines) {
        Path usual = data.resolve("secrets").resolve("master.key");
        if (!keys) {
            lines.add(
                    "TRƯỚC khi chạy: chép master.key, seal.p12, seal.password (bản cất riêng) vào secrets; không có"
                            + " khóa chủ thì khóa của các hệ thống không mở được, không có khóa niêm phong thì cổng niêm phong bằng khóa mới");
        }
        masterKey.ifPresent(place -> lines.add("TRƯỚC khi chạy: lienthong.yaml để khóa chủ ở " + place
                + " mà ở đó chưa có: " + (keys ? "chuyển " + usual + " tới đó" : "chép master.key tới đó")
                + ", hoặc bỏ dòng master-key-file"));
    }
}
