package vn.lienthong.routes.door.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.routes.PlainLetter;
import vn.lienthong.routes.door.ServicesFixture;

/** The door as a stack sees it that shares nothing with ours: zeep, for Python. */
@Tag("ci")
class ZeepClientTest {

    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** The first Python that has zeep: that of the system's packages need not be the first on the path. */
    private static Optional<String> python() throws InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            try {
                if (run(List.of(python, "-c", "import zeep")).code() == 0) {
                    return Optional.of(python);
                }
            } catch (IOException notThere) {
                // The next may be.
            }
        }
        return Optional.empty();
    }

    @Test
    void aFirstDocumentFromTheWsdlAlone() throws Exception {
        Optional<String> python = python();
        assumeTrue(python.isPresent(), "skipped: no zeep for python3 (apt: python3-zeep)");
        // Without a line end at its end: zeep takes those off an attachment before it hands it over.
        String letter = new String(PlainLetter.of("G22", "H53", "zeep"), StandardCharsets.UTF_8).strip();
        Path file = Files.writeString(folder.resolve("thu.edxml"), letter, StandardCharsets.UTF_8);
        Path script = Path.of("src", "test", "resources", "soap", "client.py");
        try (ServicesFixture services = new ServicesFixture(folder.resolve("data"), Map.of())) {
            Ended ended = run(List.of(
                    python.get(),
                    script.toString(),
                    Soap.wsdl(services).toString(),
                    services.token("G22"),
                    services.token("H53"),
                    file.toString()));
            assertThat(ended.output()).endsWith("taken, fetched, confirmed\n");
            assertThat(ended.code()).isZero();
        }
    }
}
