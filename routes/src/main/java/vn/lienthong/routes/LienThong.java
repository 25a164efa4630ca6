package vn.lienthong.routes;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import vn.lienthong.routes.command.RootCommand;

/** The program: every command starts here. */
public final class LienThong {
    private static final Duration LAUNCHER_WATCH = Duration.ofMillis(100);

    private LienThong() {}

    public static void main(String[] arguments) {
        // On JDK 25 the broker cannot open an existing journal with Netty's newer cleaner; read when Netty loads.
        System.setProperty("io.netty.noUnsafe", "false");
        System.setProperty("java.awt.headless", "true");
        // Vietnamese in any locale: a container's is often POSIX, in which Java prints question marks.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        Long launcher = Long.getLong(Launcher.LAUNCHED);
        if (launcher != null) {
            endWith(launcher);
        }
        System.exit(RootCommand.commandLine().execute(arguments));
    }

    /** Another process started this one and waits for it. Killed, it cannot pass that on: then this one is killed too. */
    private static void endWith(long launcher) {
        Thread.ofPlatform().daemon().name("launcher-watch").start(() -> {
            // Not onExit: of a process that is no child it is told up to five seconds late. Not just whether the parent
            // lives:
            // whose parent has died gets another one, which lives as long as the machine.
            while (ProcessHandle.current()
                    .parent()
                    .filter(parent -> parent.pid() == launcher && parent.isAlive())
                    .isPresent()) {
                LockSupport.parkNanos(LAUNCHER_WATCH.toNanos());
            }
            Runtime.getRuntime().halt(CommandLine.ExitCode.SOFTWARE);
        });
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
