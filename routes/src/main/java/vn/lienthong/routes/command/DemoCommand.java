package vn.lienthong.routes.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.lienthong.routes.command.demo.PlayDemo;
import vn.lienthong.routes.platform.FolderTree;

/**
 * {@code demo}: shows what the gateway does, on development keys. Its data folder is its own: {@code LIENTHONG_DATA}, which
 * names the folder of real documents, is not looked at.
 */
@Command(
        name = "demo",
        description = "Trình diễn bằng dữ liệu giả lập, rồi chạy tiếp để xem (play a story, then stay up).",
        mixinStandardHelpOptions = true,
        subcommands = NetworkDemoCommand.class)
final class DemoCommand implements Callable<Integer> {
    private static final Path USUAL_FOLDER = Path.of("lienthong-demo");

    @Option(
            names = "--data",
            paramLabel = "THƯ_MỤC",
            description = "thư mục giữ dữ liệu trình diễn (mặc định: lienthong-demo; với --once: thư mục tạm)")
    private @Nullable Path data;

    @Option(
            names = "--set",
            paramLabel = "TÊN=GIÁ_TRỊ",
            description = "một thiết lập, ví dụ --set axis.port=9081; có thể lặp lại")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--once",
            description =
                    "chạy các bước rồi dừng; mã thoát 0 chỉ khi mọi bước đã thật sự xảy ra (cổng TCP bất kỳ còn trống)")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return (once ? playOnce() : play(data == null ? USUAL_FOLDER : data, true)) ? 0 : 1;
    }

    private boolean playOnce() throws IOException, InterruptedException {
        settings.putIfAbsent("console.port", "0");
        settings.putIfAbsent("axis.port", "0");
        settings.putIfAbsent("services.port", "0");
        if (data != null) {
            return play(data, false);
        }
        Path passing = Files.createTempDirectory("lienthong-demo-");
        try {
            return play(passing, false);
        } finally {
            FolderTree.delete(passing);
        }
    }

    private boolean play(Path folder, boolean stayUp) throws IOException, InterruptedException {
        return new PlayDemo(folder, settings, System.out).play(stayUp);
    }
}
