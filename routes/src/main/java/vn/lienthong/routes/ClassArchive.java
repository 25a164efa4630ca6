package vn.lienthong.routes;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The program's classes as one Java has parsed and linked them, kept beside the jar: a good part of all the work of a start. Its
 * name tells for which Java and which jars it was made, so another one is never tried; Java checks the same once more and
 * does without where it does not fit. For Java 8 too.
 */
public final class ClassArchive {
    /** Set in a process that notes its classes: the archive to make of them. */
    public static final String TO_MAKE = "lienthong.archive";

    /** Set with it: the file they are noted in. */
    public static final String NOTED = "lienthong.classes";

    public static final String PREFIX = "lienthong-";
    public static final String ARCHIVE = ".jsa";
    public static final String NOTES = ".classes";

    private static final int LINKS_CLASSES = 24;
    private static final int LOGS_AS_AOT = 25;

    private final File file;
    private final int feature;

    private ClassArchive(File file, int feature) {
        this.file = file;
        this.feature = feature;
    }

    /** Of a jar with its libraries in {@code lib} beside it, for one Java. */
    static ClassArchive of(File jar, InstalledJdk jdk) {
        File folder = jar.getAbsoluteFile().getParentFile();
        StringBuilder key = new StringBuilder();
        note(key, jdk.classes());
        note(key, jar);
        File[] libraries = new File(folder, "lib").listFiles();
        if (libraries != null) {
            Arrays.sort(libraries);
            for (File library : libraries) {
                note(key, library);
            }
        }
        String name = PREFIX + Integer.toHexString(key.toString().hashCode()) + ARCHIVE;
        return new ClassArchive(new File(folder, name), jdk.feature());
    }

    boolean exists() {
        return file.canRead();
    }

    /** Starts with it. One that cannot be used is passed over in silence. */
    List<String> use() {
        List<String> options = new ArrayList<>();
        options.add("-XX:SharedArchiveFile=" + file);
        options.add("-Xlog:cds*=off");
        if (feature >= LOGS_AS_AOT) {
            options.add("-Xlog:aot*=off");
        }
        return options;
    }

    /** Starts without it and notes what it takes to make it; nothing where the folder cannot be written. */
    List<String> note() {
        try {
            File notes = File.createTempFile(PREFIX, NOTES, file.getParentFile());
            notes.deleteOnExit();
            return Arrays.asList(
                    "-XX:DumpLoadedClassList=" + notes, "-D" + NOTED + "=" + notes, "-D" + TO_MAKE + "=" + file);
        } catch (IOException readOnly) {
            return new ArrayList<>();
        }
    }

    /** Options of the Java that makes an archive: it loads the classes noted, runs nothing, and ends. */
    public static List<String> making(int feature, String notes, String archive) {
        List<String> options = new ArrayList<>(Arrays.asList(
                "-Xshare:dump",
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + notes,
                "-XX:SharedArchiveFile=" + archive));
        if (feature >= LINKS_CLASSES) {
            options.add("-XX:+AOTClassLinking");
        }
        return options;
    }

    private static void note(StringBuilder key, @Nullable File part) {
        if (part != null) {
            key.append(part).append(' ').append(part.length()).append(' ').append(part.lastModified());
            key.append('\n');
        }
    }
}
