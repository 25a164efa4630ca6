package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.gateway.dossier.Delivery;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.Progress;
import vn.lienthong.routes.platform.RunningGateway;

/** Starts a gateway with a world around it, plays the story, and stays up or stops. */
public final class PlayDemo {
    /**
     * A busy recipient is tried again while people watch; the authorities of the demo hand their lists over themselves. What
     * the caller sets outweighs it.
     */
    private static final Map<String, String> USUAL =
            Map.of("delivery.first-retry", "500ms", "revocation.fetch", "false");

    private final Path data;
    private final Map<String, String> settings;
    private final PrintStream out;

    /**
     * A demo to be played.
     *
     * @param settings as of {@code --set}
     * @param out the screen
     */
    public PlayDemo(Path data, Map<String, String> settings, PrintStream out) {
        this.data = data;
        this.settings = new LinkedHashMap<>(USUAL);
        this.settings.putAll(settings);
        this.out = out;
    }

    /**
     * Plays the story and returns; with {@code stayUp} not before the gateway is told to stop.
     *
     * @return whether every step really happened
     */
    public boolean play(boolean stayUp) throws IOException, InterruptedException {
        DemoFolder folder = DemoFolder.in(data);
        Progress progress = Progress.sinceProcessStart(out);
        DevelopmentPki pki = new OpenPki(folder, Clock.systemUTC()).open();
        progress.say("chữ ký số phát triển sẵn sàng (DEV ONLY)");
        try (PushReceiver push = PushReceiver.start(folder.secret(DemoAgency.XAY_DUNG.systemId()));
                RunningGateway gateway = RunningGateway.start(Mode.DEMO, folder.data(), settings, progress)) {
            progress.say("cổng sẵn sàng");
            Addresses addresses = Addresses.of(gateway);
            DemoWorld world = new DemoWorld(gateway, folder, addresses);
            world.register(push.address());
            world.supplyRevocations(pki);
            world.invite();
            DemoDesk desk = new DemoDesk(gateway, folder);
            desk.open();
            new DemoSeal(gateway, folder).make(pki);
            new DemoSigner(gateway, folder).make(pki);
            Stage stage = world.stage(pki, push, folder.nextRun());
            boolean happened = tell(stage, new Screen(out));
            if (stayUp) {
                desk.write(stage);
                new WhereToLook(addresses, folder, new Screen(out)).show(stage);
                gateway.awaitClose();
            }
            return happened;
        }
    }

    private static boolean tell(Stage stage, Screen screen) throws InterruptedException {
        screen.title();
        boolean all = TellStory.tell(Story.scenes(), stage, screen);
        screen.table(written(stage));
        return all;
    }

    /** The dossiers of this run with their copies. */
    private static Map<Dossier, List<Delivery>> written(Stage stage) {
        Map<Dossier, List<Delivery>> written = new LinkedHashMap<>();
        stage.ledger()
                .ofRun(stage.firstNumber())
                .forEach(dossier -> written.put(dossier, stage.ledger().deliveries(dossier)));
        return written;
    }
}
