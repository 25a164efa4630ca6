package vn.lienthong.routes.door;

import java.util.List;
import java.util.stream.Collectors;
import vn.lienthong.gateway.finding.Finding;

/** Findings in the one line that a platform's answer has for them. */
public final class PlatformFindings {

    private static final int MOST_FINDINGS = 20;

    private PlatformFindings() {}

    /** Every finding with its code, its place and a sentence. */
    public static String line(List<Finding> findings) {
        return findings.stream()
                .limit(MOST_FINDINGS)
                .map(f -> f.code() + " tại " + f.where() + ": " + f.code().vietnamese() + ". " + f.text())
                .collect(Collectors.joining(" | "));
    }
}
