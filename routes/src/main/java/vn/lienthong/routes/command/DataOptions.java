package vn.lienthong.routes.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of every command that works on a data folder. */
public final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "THƯ_MỤC",
            defaultValue = "${env:LIENTHONG_DATA:-lienthong-data}",
            description = "thư mục giữ toàn bộ dữ liệu (mặc định: ${DEFAULT-VALUE})")
    Path data = Path.of("lienthong-data");

    @Option(
            names = "--set",
            paramLabel = "TÊN=GIÁ_TRỊ",
            description = "một thiết lập, ví dụ --set axis.port=9081; có thể lặp lại")
    Map<String, String> settings = new LinkedHashMap<>();

    /** The folder, as it was given. */
    public Path data() {
        return data;
    }

    /** Names below {@code lienthong} and their values. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }
}
