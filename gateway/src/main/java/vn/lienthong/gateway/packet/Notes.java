package vn.lienthong.gateway.packet;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.gateway.finding.Finding;

/** Findings of one reading, with an end: a hostile packet shall not make a list without one. */
final class Notes {

    private static final int MAX_FINDINGS = 200;

    private final List<Finding> findings = new ArrayList<>();

    /** Keeps a finding. Of what only informs, the first two hundred; an error is never dropped in favour of those. */
    void add(Finding finding) {
        if (findings.size() < MAX_FINDINGS || (finding.isError() && findings.size() < 2 * MAX_FINDINGS)) {
            findings.add(finding);
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
