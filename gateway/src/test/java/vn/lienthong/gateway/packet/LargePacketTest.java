package vn.lienthong.gateway.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the packet: read and written in a JVM whose heap is far smaller than the file. */
class LargePacketTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aPacketTwiceTheHeap() throws Exception {
        assertThat(run("-Xmx32m", "bare", 64)).isEqualTo(expected(64));
        assertThat(filesLeft()).as("temporary files").isEmpty();
    }

    @Test
    @Tag("ci")
    void threeHundredMegabytesIn48() throws Exception {
        assertThat(run("-Xmx48m", "bare", 300)).isEqualTo(expected(300));
    }

    @Test
    @Tag("ci")
    void packedFileWrittenAndReadIn48() throws Exception {
        assertThat(run("-Xmx48m", "packed", 300)).isEqualTo(expected(300));
    }

    /** Names, instructions and long tokens would each fill a heap of this size if they were kept. */
    @Test
    void whatTriesToStayInMemoryDoesNot() throws Exception {
        List<String> lines = java("-Xmx40m", HostilePacketProgram.class, folder.toString());
        assertThat(lines.stream().distinct())
                .containsExactly(
                        "element names: maxSkeletonChars",
                        "names left out: maxSkeletonChars",
                        "attribute names: maxSkeletonChars",
                        "prefixes: maxSkeletonChars",
                        "instructions: maxSkeletonChars",
                        "a long name: maxNameChars",
                        "cdata: understood",
                        "comments: understood",
                        "white space: maxTokenBytes");
    }

    private static String expected(long mebibytes) throws IOException {
        long bytes = mebibytes << 20;
        return LargePacketProgram.digestOfFile(bytes) + " " + bytes;
    }

    private String run(String heap, String packing, long mebibytes) throws Exception {
        List<String> lines = java(heap, LargePacketProgram.class, packing, Long.toString(mebibytes), folder.toString());
        System.out.println("large packet, " + packing + ", " + mebibytes + " MiB, " + heap + ": " + lines.get(1));
        return lines.get(0);
    }

    private static List<String> java(String heap, Class<?> program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("large-packet", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(exit).as("%s", lines).isZero();
        return lines;
    }

    private List<Path> filesLeft() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
