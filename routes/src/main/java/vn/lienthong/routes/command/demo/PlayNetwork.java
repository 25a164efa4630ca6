package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.logging.LoggingSystem;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.routes.link.AxisClient;
import vn.lienthong.routes.platform.Progress;

/** Starts two gateways, a member and one in the role of the axis, plays a story across them, and stays up or stops. */
public final class PlayNetwork {
    static final String AXIS_CODE = "TRUC-TD";
    static final String MEMBER_CODE = "CONG-TAYNINH-TD";

    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** People watch: what failed is tried again soon, and the axis is asked often. */
    private static final Map<String, String> USUAL = Map.of(
            "delivery.first-retry", "500ms",
            "delivery.longest-retry", "2s",
            "axis-link.poll-every", "500ms",
            "axis-link.longest-pause", "2s",
            "revocation.fetch", "false");

    private final NetworkFolders folders;
    private final Map<String, String> settings;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    /**
     * A network to be played.
     *
     * @param data its gateways have a folder each in it
     * @param settings as of {@code --set}, for both
     */
    public PlayNetwork(Path data, Map<String, String> settings, PrintStream out) {
        Path root = data.toAbsolutePath().normalize();
        this.folders = NetworkFolders.in(root);
        this.settings = new LinkedHashMap<>(USUAL);
        // Unpacked once for both.
        this.settings.put("database.embedded-binaries", root.resolve("postgres").toString());
        this.settings.putAll(settings);
        this.out = out;
    }

    /**
     * Plays the story and returns; with {@code stayUp} not before it is interrupted.
     *
     * @return whether every step really happened
     */
    public boolean play(boolean stayUp) throws IOException, InterruptedException {
        // What the parts log is for the gateways' own files; the story has its own words.
        LoggingSystem.get(PlayNetwork.class.getClassLoader()).beforeInitialize();
        Progress progress = Progress.sinceProcessStart(out);
        DevelopmentPki pki = new OpenPki(folders.member(), clock).open();
        new OpenPki(folders.axis(), clock).trust(pki);
        PrepareNetwork preparing = new PrepareNetwork(folders, settings, folders.linkSecret());
        progress.say("chữ ký số phát triển sẵn sàng (DEV ONLY)");
        try (DemoGateway axis = DemoGateway.launch(folders.axis(), named(AXIS_CODE));
                DemoGateway member = DemoGateway.launch(folders.member(), named(MEMBER_CODE))) {
            axis.awaitReady();
            member.awaitReady();
            progress.say("hai cổng đã chạy, mỗi cổng một tiến trình");
            preparing.axis(pki);
            preparing.member(pki, axis.axis());
            progress.say("cổng tỉnh đã nối vào trục");
            Screen screen = new Screen(out);
            title(screen, axis, member);
            NetworkStage stage = stage(axis, member, pki, preparing);
            boolean happened = TellStory.tell(NetworkStory.scenes(), stage, screen);
            if (stayUp) {
                screen.line("");
                screen.line("Hai cổng vẫn chạy; dừng bằng Ctrl+C. (Both stay up; Ctrl+C stops them.)");
                new CountDownLatch(1).await();
            }
            return happened;
        }
    }

    private Map<String, String> named(String code) {
        Map<String, String> named = new LinkedHashMap<>(settings);
        named.put("gateway.code", code);
        return named;
    }

    private NetworkStage stage(DemoGateway axis, DemoGateway member, DevelopmentPki pki, PrepareNetwork prepared)
            throws IOException {
        int first = folders.member().nextRun() * DemoWorld.NUMBERS_PER_RUN;
        WriteLetter province = new WriteLetter(pki, DemoAgency.TAY_NINH, clock);
        WriteLetter office = new WriteLetter(pki, DemoAgency.VPCP, clock);
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        return new NetworkStage(
                axis,
                member,
                at(axis, DemoAgency.VPCP, http, prepared),
                at(member, DemoAgency.TAY_NINH, http, prepared),
                province.write(first, "Báo cáo tình hình liên thông", DemoAgency.VPCP.block()),
                office.write(first + 1, "Triển khai liên thông văn bản", DemoAgency.TAY_NINH.block()),
                province.write(first + 2, "Báo cáo bổ sung", DemoAgency.VPCP.block()));
    }

    private Office at(DemoGateway gateway, DemoAgency agency, HttpClient http, PrepareNetwork prepared) {
        return new Office(
                agency,
                new AxisClient(http, gateway.axis(), agency.systemId(), prepared.secretOf(agency), CALL, clock),
                clock);
    }

    private static void title(Screen screen, DemoGateway axis, DemoGateway member) {
        screen.line("");
        screen.line("LIÊN THÔNG, hai cổng nối nhau bằng giao thức trục; khóa và hệ thống là giả lập (DEV ONLY).");
        screen.line(String.format(Locale.ROOT, "  %-16s %s  ← Văn phòng Chính phủ (G22)", AXIS_CODE, axis.axis()));
        screen.line(String.format(Locale.ROOT, "  %-16s %s  ← UBND tỉnh Tây Ninh (H53)", MEMBER_CODE, member.axis()));
        screen.line("");
    }
}
