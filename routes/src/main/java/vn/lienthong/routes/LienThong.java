package vn.lienthong.routes;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import vn.lienthong.routes.command.RootCommand;

/** The program: every command starts here. */
public final class LienThong {
    private LienThong() {}

    public static void main(String[] arguments) {
        // On JDK 25 the broker cannot open an existing journal with Netty's newer cleaner; read when Netty loads.
        System.setProperty("io.netty.noUnsafe", "false");
        System.setProperty("java.awt.headless", "true");
        // Vietnamese in any locale: a container's is often POSIX, in which Java prints question marks.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        if (Boolean.getBoolean(Launcher.LAUNCHED)) {
            endWithLauncher();
        }
        System.exit(RootCommand.commandLine().execute(arguments));
    }

    /** An older Java started this one and waits for it; killed, it cannot pass that on. */
    private static void endWithLauncher() {
        ProcessHandle.current().parent().ifPresent(launcher -> {
            var unused = launcher.onExit().thenRun(() -> System.exit(CommandLine.ExitCode.SOFTWARE));
        });
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
