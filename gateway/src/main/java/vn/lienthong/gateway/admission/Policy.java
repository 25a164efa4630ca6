package vn.lienthong.gateway.admission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.lienthong.gateway.access.CallerKind;

/**
 * The admission policy as data: one line a case, one column a kind of caller. The defaults lie in {@code policy.csv};
 * an administrator may give a file of the same form.
 */
public record Policy(Map<PolicyCase, Map<CallerKind, PolicyAction>> rows) {

    private static final int COLUMNS = 3;

    /** The built-in table. */
    public static Policy defaults() {
        try (InputStream in = Objects.requireNonNull(Policy.class.getResourceAsStream("policy.csv"))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code case,agency,peer} lines; blank lines and lines that begin with {@code #} are passed over.
     *
     * @throws IllegalArgumentException naming the line when it is malformed, or the case that is missing
     */
    public static Policy read(InputStream in) throws IOException {
        Map<PolicyCase, Map<CallerKind, PolicyAction>> rows = new EnumMap<>(PolicyCase.class);
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                readLine(rows, line, number);
            }
        }
        for (PolicyCase policyCase : PolicyCase.values()) {
            if (!rows.containsKey(policyCase)) {
                throw new IllegalArgumentException(
                        "policy: no line for " + policyCase + " (expected: one line a case)");
            }
        }
        return new Policy(rows);
    }

    private static void readLine(Map<PolicyCase, Map<CallerKind, PolicyAction>> rows, String line, int number) {
        String[] cells = line.split(",", -1);
        try {
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("cells: " + cells.length + " (expected: case,agency,peer)");
            }
            Map<CallerKind, PolicyAction> row = new EnumMap<>(CallerKind.class);
            row.put(CallerKind.AGENCY, PolicyAction.valueOf(cells[1].strip().toUpperCase(Locale.ROOT)));
            row.put(CallerKind.PEER, PolicyAction.valueOf(cells[2].strip().toUpperCase(Locale.ROOT)));
            rows.put(PolicyCase.valueOf(cells[0].strip().toUpperCase(Locale.ROOT)), row);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("policy line " + number + ": " + e.getMessage(), e);
        }
    }

    /** What to do in this case with what such a caller handed in. */
    public PolicyAction action(PolicyCase policyCase, CallerKind caller) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rows.get(policyCase)).get(caller));
    }
}
