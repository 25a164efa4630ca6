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

/**
 * What {@code java -jar lienthong.jar} starts. Compiled for Java 8, so that an old Java gets this far: it then looks for a
 * newer one on the machine and runs the program with that, or says in one line what is missing. Loads nothing else before.
 */
public final class Launcher {
    static final int OLDEST = 21;

    /** Set in the process that an old Java started: it ends when that one ends. */
    static final String LAUNCHED = "lienthong.launched";

    private static final int FAILED = 1;

    /** From this one on Java prints four lines about the broker's network library that an operator can do nothing about. */
    private static final int WARNS_OF_UNSAFE = 24;

    private Launcher() {}

    @SuppressWarnings("JdkObsolete") // Java 8 knows the charset by its name only
    public static void main(String[] arguments) throws Exception {
        int running = InstalledJdk.feature(System.getProperty("java.specification.version", "0"));
        if (running >= OLDEST) {
            // By name: the class is of a newer format than this one.
            Class.forName("vn.lienthong.routes.LienThong")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
            return;
        }
        PrintStream screen = new PrintStream(new FileOutputStream(FileDescriptor.err), true, "UTF-8");
        InstalledJdk found = InstalledJdk.newest(InstalledJdk.places(), OLDEST);
        if (found == null) {
            screen.println("Liên Thông cần Java 21 trở lên, đây là Java " + running
                    + ": cài một JDK 21+ hoặc đặt JAVA_HOME trỏ tới nó (Java 21 or newer is needed: install one, or let"
                    + " JAVA_HOME name it).");
            System.exit(FAILED);
            return;
        }
        screen.println("Java " + running + " quá cũ, chạy bằng Java " + found.feature() + ": " + found.java());
        System.exit(run(command(found, arguments)));
    }

    private static List<String> command(InstalledJdk java, String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(java.java().getPath());
        if (java.feature() >= WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-D" + LAUNCHED + "=true");
        String path = System.getProperty("java.class.path", "");
        if (path.endsWith(".jar") && !path.contains(File.pathSeparator)) {
            command.add("-jar");
            command.add(path);
        } else {
            command.add("-cp");
            command.add(path);
            command.add(Launcher.class.getName());
        }
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(command).inheritIO().start();
        // Told to stop, pass it on, and end only when the other has ended in order.
        Thread passOn = new Thread(() -> {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(passOn);
        return process.waitFor();
    }
}
