package vn.lienthong.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusRuleTest {

    @ParameterizedTest
    @CsvSource({
        "01, FROM_RECIPIENT", "02, FROM_RECIPIENT", "03, FROM_RECIPIENT", "04, FROM_RECIPIENT", "05, FROM_RECIPIENT",
        "06, FROM_RECIPIENT", "13, FROM_SENDER", "15, FROM_RECIPIENT", "16, FROM_RECIPIENT", "99, FROM_RECIPIENT"
    })
    void whoMaySendIt(String code, StatusRule rule) {
        assertThat(StatusRule.of(code)).isEqualTo(rule);
    }
}
