package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The account PostgreSQL's programs run under. They refuse to run as root, which a container often is; then they run in a
 * user namespace of their own, or, where the kernel forbids that, as {@code nobody} on files given to it.
 */
enum ServerAccount {
    OURS(""),
    NAMESPACE("unshare --user"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private final String prefix;

    ServerAccount(String prefix) {
        this.prefix = prefix;
    }

    /** @throws StartRefused as root where neither way is open */
    static ServerAccount find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return OURS;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(ServerAccount::works)
                .findFirst()
                .orElseThrow(
                        () -> new StartRefused("PostgreSQL không chạy bằng root và hệ thống không cho hạ quyền: chạy"
                                + " chương trình bằng một tài khoản thường, hoặc đặt lienthong.database.url"));
    }

    List<String> wrap(List<String> command) {
        Stream<String> words = Stream.of(prefix.split(" ", -1)).filter(word -> !word.isEmpty());
        return Stream.concat(words, command.stream()).toList();
    }

    /** Gives the tree to the account, where it is not the one we are. */
    void own(Path tree) throws IOException {
        if (this == NOBODY) {
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path one : (Iterable<Path>) all::iterator) {
                    Files.setAttribute(one, "unix:uid", 65534, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private boolean works() {
        try {
            Process trial = new ProcessBuilder(wrap(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
