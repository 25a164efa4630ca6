package vn.lienthong.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.gateway.access.CallerKind;

final class PolicyTest {

    private static Policy read(String text) throws IOException {
        return Policy.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String whole() {
        return Arrays.stream(PolicyCase.values())
                .map(policyCase -> policyCase + ",reject,accept")
                .collect(Collectors.joining("\n", "# form\n\n", "\n"));
    }

    @Test
    void aFileOfTheSameFormIsReadWhateverItsCaseAndBlanks() throws IOException {
        Policy policy = read(whole().replace("STATE_SECRET,reject", " state_secret , Quarantine "));
        assertThat(policy.action(PolicyCase.STATE_SECRET, CallerKind.AGENCY)).isEqualTo(PolicyAction.QUARANTINE);
        assertThat(policy.action(PolicyCase.STATE_SECRET, CallerKind.PEER)).isEqualTo(PolicyAction.ACCEPT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            STATE_SECRET,reject          | line 1
            STATE_SECRET,reject,maybe    | line 1
            NO_SUCH_CASE,reject,reject   | line 1
            STATE_SECRET,reject,reject,x | line 1
            """)
    void anErrorNamesItsLine(String line, String named) {
        assertThatThrownBy(() -> read(line + "\n" + whole()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
        assertThatThrownBy(() -> read("# one\n\n" + line)).hasMessageContaining("line 3");
    }

    @Test
    void aMissingCaseIsNamed() {
        assertThatThrownBy(() -> read(whole().replaceFirst("SIGNATURE_ABSENT.*\n", "")))
                .hasMessageContaining("SIGNATURE_ABSENT");
    }
}
