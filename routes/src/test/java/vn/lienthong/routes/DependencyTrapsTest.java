package vn.lienthong.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** None of the versions that are known to be bad is on the class path, however it would have come there. */
class DependencyTrapsTest {
    private static final Path TRAPS = Path.of("src", "test", "resources", "dependency-traps.txt");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*?)(?:-(?:linux|osx|windows)[^/]*)?\\.jar");

    private record Trap(String artifact, String oldest, String why) {
        Optional<String> caught(Map<String, String> there) {
            String version = there.get(artifact);
            boolean bad = version != null && (oldest.equals("never") || compare(version, oldest) < 0);
            return bad
                    ? Optional.of(artifact + " " + version + " (expected: " + oldest + "; " + why + ")")
                    : Optional.empty();
        }
    }

    @Test
    void nothingKnownToBeBadIsThere() throws IOException {
        Map<String, String> there = there();
        assertThat(there)
                .as("what the tests run on")
                .containsKeys("bcprov-jdk18on", "postgresql", "tomcat-embed-core", "xmlsec");
        assertThat(traps().stream().map(trap -> trap.caught(there)).flatMap(Optional::stream))
                .isEmpty();
        assertThat(Stream.of("bcprov", "bcpkix", "bcutil")
                        .map(name -> there.get(name + "-jdk18on"))
                        .distinct())
                .as("Bouncy Castle's three parts are of one version")
                .hasSize(1);
        assertThat(compare(there.getOrDefault("xmlsec", "none"), "4"))
                .as("DSS throws with xmlsec 4")
                .isNegative();
    }

    @Test
    void findsWhatIsBad() throws IOException {
        Map<String, String> bad =
                Map.of("snakeyaml", "1.33", "log4j", "1.2.17", "xmlsec", "3.0.6", "netty-handler", "4.1.9.Final");
        assertThat(traps().stream().map(trap -> trap.caught(bad)).flatMap(Optional::stream))
                .hasSize(3)
                .noneMatch(text -> text.startsWith("xmlsec"));
        assertThat(compare("2.0.0-M4", "2.0.0-M4")).isZero();
        assertThat(compare("1.10", "1.9")).isPositive();
    }

    private static List<Trap> traps() throws IOException {
        return Files.readAllLines(TRAPS, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(parts -> new Trap(parts[0].strip(), parts[1].strip(), parts[2].strip()))
                .toList();
    }

    private static Map<String, String> there() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .map(entry -> JAR.matcher(new File(entry).getName()))
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        jar -> jar.group(1),
                        jar -> jar.group(2),
                        (one, other) -> compare(one, other) < 0 ? one : other,
                        TreeMap::new));
    }

    /** Number by number; words do not count. */
    private static int compare(String one, String other) {
        int[] a = numbers(one);
        int[] b = numbers(other);
        return Arrays.compare(a, b);
    }

    private static int[] numbers(String version) {
        return Pattern.compile("\\d+")
                .matcher(version)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }
}
