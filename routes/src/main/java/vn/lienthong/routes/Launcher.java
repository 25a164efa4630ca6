package vn.lienthong.routes;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java -jar lienthong.jar} starts. Compiled for Java 8, so that an old Java gets this far: it then looks for a
 * newer one on the machine and runs the program with that, or says in one line what is missing. A Java that is new enough
 * starts the program once more too where that makes it start sooner: see {@link ClassArchive}.
 */
public final class Launcher {
    static final int OLDEST = 21;

    /** Set in the process that this one started, to this one's id: the other ends when this one ends. */
    static final String LAUNCHED = "lienthong.launched";

    private static final int FAILED = 1;
    private static final int ALLOWS_UNSAFE = 23;

    /** Commands that stay up: worth an archive. */
    private static final List<String> LONG = Arrays.asList("serve", "demo");

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        if (System.getProperty(LAUNCHED) != null) {
            runHere(arguments);
            return;
        }
        int running = InstalledJdk.feature(System.getProperty("java.specification.version", "0"));
        InstalledJdk jdk = running >= OLDEST ? InstalledJdk.running() : newer(running);
        if (jdk == null) {
            System.exit(FAILED);
            return;
        }
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        List<String> options = options(jdk, arguments);
        if (running < OLDEST || (!options.isEmpty() && areOrdinary(given))) {
            options.addAll(0, given);
            System.exit(run(command(jdk, options, arguments)));
            return;
        }
        runHere(arguments);
    }

    private static void runHere(String[] arguments) throws ReflectiveOperationException {
        // By name: the class is of a newer format than this one.
        Class.forName("vn.lienthong.routes.LienThong")
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    @SuppressWarnings("JdkObsolete") // Java 8 knows the charset by its name only
    private static @Nullable InstalledJdk newer(int running) throws IOException {
        PrintStream screen = new PrintStream(new FileOutputStream(FileDescriptor.err), true, "UTF-8");
        InstalledJdk found = InstalledJdk.newest(InstalledJdk.places(), OLDEST);
        if (found == null) {
            screen.println("Liên Thông cần Java 21 trở lên, đây là Java " + running
                    + ": cài một JDK 21+ hoặc đặt JAVA_HOME trỏ tới nó (Java 21 or newer is needed: install one, or let"
                    + " JAVA_HOME name it).");
        } else {
            screen.println("Java " + running + " quá cũ, chạy bằng Java " + found.feature() + ": " + found.java());
        }
        return found;
    }

    /** What makes the start of a command sooner; empty where nothing does. */
    private static List<String> options(InstalledJdk jdk, String[] arguments) {
        List<String> options = new ArrayList<>();
        boolean isLong = arguments.length > 0 && LONG.contains(arguments[0]);
        File jar = jar();
        if (jar != null) {
            ClassArchive archive = ClassArchive.of(jar, jdk);
            if (archive.exists()) {
                options.addAll(archive.use());
            } else if (isLong) {
                options.addAll(archive.note());
            }
        }
        if (!options.isEmpty()) {
            // Java ends at once on an option it does not know; a later one may have dropped these.
            options.add("-XX:+IgnoreUnrecognizedVMOptions");
        }
        if (isLong && jdk.feature() >= ALLOWS_UNSAFE) {
            // Netty's; else Java warns of it on the screen.
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** A debugger, an agent or a recording asked for is meant for this very process, and cannot be had twice. */
    private static boolean areOrdinary(List<String> given) {
        for (String option : given) {
            boolean ordinary = option.startsWith("-D") || option.startsWith("-Xm") || option.startsWith("-Xss");
            // Remote management opens a port, which two processes cannot share.
            if (!ordinary || option.startsWith("-Dcom.sun.management.")) {
                return false;
            }
        }
        return true;
    }

    private static List<String> command(InstalledJdk jdk, List<String> options, String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java().getPath());
        command.addAll(options);
        // By the name of the running machine, "id@host": Java 8 has no other way to ask.
        command.add("-D" + LAUNCHED + "="
                + ManagementFactory.getRuntimeMXBean().getName().split("@", 2)[0]);
        File jar = jar();
        if (jar != null) {
            command.add("-jar");
            command.add(jar.getAbsolutePath());
        } else {
            command.add("-cp");
            command.add(System.getProperty("java.class.path", ""));
            command.add(Launcher.class.getName());
        }
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** The jar that was started, if it was one. */
    private static @Nullable File jar() {
        String path = System.getProperty("java.class.path", "");
        return path.endsWith(".jar") && !path.contains(File.pathSeparator) ? new File(path) : null;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Running running = new Running();
        // First the hook, then the process: none is left that nobody would tell to stop.
        Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
        return running.start(command).waitFor();
    }

    /** The other process, if there is one. */
    private static final class Running {
        private @Nullable Process process;

        synchronized Process start(List<String> command) throws IOException {
            process = new ProcessBuilder(command).inheritIO().start();
            return process;
        }

        /** Told to stop, passes it on, and ends only when the other has ended in order. */
        synchronized void stop() {
            if (process != null) {
                process.destroy();
                try {
                    process.waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
