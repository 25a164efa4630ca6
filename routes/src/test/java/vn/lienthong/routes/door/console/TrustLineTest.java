package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustLineTest {

    @ParameterizedTest
    @CsvSource({
        "'', UNSIGNED",
        "file:UNSIGNED, UNSIGNED",
        "envelope:DECORATIVE, UNSIGNED",
        "file:SIGNED:TOTAL_PASSED, PASSED",
        "file:SIGNED:TOTAL_PASSED file:UNSIGNED, PARTLY",
        "file:SIGNED:TOTAL_PASSED envelope:SIGNED:TOTAL_FAILED, PASSED",
        "file:SIGNED:TOTAL_PASSED file:SIGNED:INDETERMINATE, UNSETTLED",
        "file:NOT_CHECKED, UNSETTLED",
        "file:SIGNED:TOTAL_PASSED file:NOT_CHECKED, UNSETTLED",
        "file:BROKEN, BROKEN",
        "file:SIGNED:TOTAL_PASSED file:SIGNED:TOTAL_FAILED, BROKEN",
    })
    void oneLineIsNeverBetterThanItsWorstFile(String reports, TrustLine expected) {
        List<VerificationView> views = Arrays.stream(reports.split(" "))
                .filter(report -> !report.isEmpty())
                .map(TrustLineTest::view)
                .toList();
        assertThat(TrustLine.of(views)).isEqualTo(expected);
    }

    private static VerificationView view(String report) {
        String[] parts = report.split(":", -1);
        List<SignatureView> signatures = parts.length < 3
                ? List.of()
                : List.of(new SignatureView(parts[2], "", "", "", "", "", List.of(), List.of()));
        return new VerificationView(parts[0], parts[1], signatures, List.of());
    }
}
