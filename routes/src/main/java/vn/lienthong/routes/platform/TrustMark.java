package vn.lienthong.routes.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.TrustDecisions;
import vn.lienthong.gateway.access.TrustDecisions.Decided;
import vn.lienthong.gateway.digest.Sha256;

/**
 * How far a trust folder has come, in a file of its own there: the number of the last decision and what it was, and a line for
 * each one up to there that could not be taken up yet. A program that knows one line only takes all up anew.
 */
final class TrustMark {

    private static final String NAME = ".decided";

    private final Path folder;
    private final TrustDecisions decisions;

    /**
     * Where a folder stands.
     *
     * @param upTo the last one looked at; empty before the first
     * @param open those up to there that wait, in their order
     */
    record Standing(Optional<Decided> upTo, List<Decided> open) {
        long number() {
            return upTo.map(Decided::id).orElse(0L);
        }
    }

    TrustMark(Path folder, TrustDecisions decisions) {
        this.folder = folder;
        this.decisions = decisions;
    }

    /** What was noted; where that is lost, or speaks of a record that is no longer there, nothing. */
    Standing read() {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(NAME), StandardCharsets.US_ASCII);
        } catch (IOException none) {
            lines = List.of();
        }
        Optional<Decided> upTo = lines.stream().findFirst().flatMap(this::decided);
        List<Decided> open = upTo.isEmpty()
                ? List.of()
                : lines.stream().skip(1).flatMap(line -> decided(line).stream()).toList();
        return new Standing(upTo, open);
    }

    /** Notes it, on disk when this returns. */
    void keep(Standing standing) throws IOException {
        List<String> lines = new ArrayList<>();
        standing.upTo().ifPresent(last -> lines.add(text(last)));
        standing.open().forEach(open -> lines.add(text(open)));
        TrustActs.keep(String.join("\n", lines).getBytes(StandardCharsets.US_ASCII), folder, NAME);
    }

    private Optional<Decided> decided(String line) {
        try {
            long id = Long.parseLong(line.substring(0, Math.max(0, line.indexOf(' '))));
            return decisions.find(id).filter(decided -> text(decided).equals(line));
        } catch (NumberFormatException otherwise) {
            return Optional.empty();
        }
    }

    private static String text(Decided decided) {
        String what = decided.act().digest() + " " + decided.at();
        return decided.id() + " "
                + Sha256.of(what.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
