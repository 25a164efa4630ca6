package vn.lienthong.routes.platform;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Says to systemd how far a start has got, by its own program {@code systemd-notify}: a service of {@code Type=notify} counts as
 * started when its doors are open, not when its process runs. Says nothing where systemd does not listen.
 */
public final class TellSystemd {
    private static final int LONGEST_SECONDS = 10;

    private TellSystemd() {}

    /** The doors are open. */
    public static void ready() {
        say("--ready", "--status=sẵn sàng");
    }

    /** What is in hand is being finished. */
    public static void stopping() {
        say("STOPPING=1", "--status=đang dừng: xong việc đã nhận");
    }

    private static void say(String... words) {
        if (System.getenv("NOTIFY_SOCKET") == null) {
            return;
        }
        String[] command = new String[words.length + 1];
        command[0] = "systemd-notify";
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException notInstalled) {
            org.slf4j.LoggerFactory.getLogger(TellSystemd.class)
                    .warn("systemd was not told: {}", notInstalled.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
