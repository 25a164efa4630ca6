package vn.lienthong.routes;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Java found on this machine, by the {@code release} file in its home: none is started to ask. For Java 8 too. */
final class InstalledJdk {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([^\"]+)\"");

    private final int feature;
    private final File java;

    private InstalledJdk(int feature, File java) {
        this.feature = feature;
        this.java = java;
    }

    /** 8, 17, 25: the number people say. */
    int feature() {
        return feature;
    }

    /** The program to start. */
    File java() {
        return java;
    }

    /** Its own classes, in one file. */
    File classes() {
        return new File(java.getParentFile().getParentFile(), "lib/modules");
    }

    /** The one that runs this. */
    static InstalledJdk running() {
        return new InstalledJdk(
                feature(System.getProperty("java.specification.version", "0")),
                new File(System.getProperty("java.home", ""), "bin/java"));
    }

    /** {@code 1.8.0_402}, {@code 17}, {@code 25.0.1+8}: the number people say; 0 where there is none. */
    static int feature(String version) {
        Matcher number = Pattern.compile("(?:1\\.)?(\\d{1,4}).*").matcher(version);
        return number.matches() ? Integer.parseInt(number.group(1)) : 0;
    }

    /** Homes to look at: {@code JAVA_HOME}, then where systems and tools put theirs; {@code -Dlienthong.jdks} instead. */
    static List<File> places() {
        List<File> homes = new ArrayList<>();
        String own = System.getProperty("lienthong.jdks");
        String user = System.getProperty("user.home", "");
        String named = System.getenv("JAVA_HOME");
        if (own == null && named != null) {
            homes.add(new File(named));
        }
        String[] parents = own != null
                ? own.split(File.pathSeparator, -1)
                : new String[] {
                    "/usr/lib/jvm",
                    "/usr/java",
                    "/opt",
                    "/opt/java",
                    "/Library/Java/JavaVirtualMachines",
                    user + "/.jdks",
                    user + "/.sdkman/candidates/java"
                };
        for (String parent : parents) {
            File[] children = new File(parent).listFiles();
            for (File child : children == null ? new File[0] : children) {
                homes.add(child);
                homes.add(new File(child, "Contents/Home"));
            }
        }
        return homes;
    }

    /** The newest that is not older than asked for; the earlier home of two alike. */
    static @Nullable InstalledJdk newest(List<File> homes, int oldest) {
        InstalledJdk best = null;
        for (File home : homes) {
            InstalledJdk found = at(home);
            if (found != null && found.feature >= oldest && (best == null || found.feature > best.feature)) {
                best = found;
            }
        }
        return best;
    }

    private static @Nullable InstalledJdk at(File home) {
        File java = new File(home, "bin/java");
        File release = new File(home, "release");
        if (!java.canExecute() || !release.canRead()) {
            return null;
        }
        try {
            Matcher version = VERSION.matcher(new String(Files.readAllBytes(release.toPath()), StandardCharsets.UTF_8));
            return version.find() ? new InstalledJdk(feature(version.group(1)), java) : null;
        } catch (IOException e) {
            return null;
        }
    }
}
