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
import vn.lienthong.routes.command.demo.PlayNetwork;
import vn.lienthong.routes.platform.FolderTree;

/** {@code demo network}: two gateways in processes of their own, linked in the axis dialect. */
@Command(
        name = "network",
        description = "Trình diễn hai cổng nối nhau: một cổng tỉnh và một cổng trong vai trục.",
        mixinStandardHelpOptions = true)
final class NetworkDemoCommand implements Callable<Integer> {
    private static final Path USUAL_FOLDER = Path.of("lienthong-demo-network");

    @Option(
            names = "--data",
            paramLabel = "THƯ_MỤC",
            description =
                    "thư mục giữ dữ liệu của hai cổng (mặc định: lienthong-demo-network; với --once: thư mục tạm)")
    private @Nullable Path data;

    @Option(names = "--set", paramLabel = "TÊN=GIÁ_TRỊ", description = "một thiết lập cho cả hai cổng, có thể lặp lại")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--once", description = "chạy các bước rồi dừng; mã thoát 0 chỉ khi mọi bước đã thật sự xảy ra")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (data != null || !once) {
            return play(data == null ? USUAL_FOLDER : data);
        }
        Path passing = Files.createTempDirectory("lienthong-demo-network-");
        try {
            return play(passing);
        } finally {
            FolderTree.delete(passing);
        }
    }

    private int play(Path folder) throws IOException, InterruptedException {
        return new PlayNetwork(folder, settings, System.out).play(!once) ? 0 : 1;
    }
}
