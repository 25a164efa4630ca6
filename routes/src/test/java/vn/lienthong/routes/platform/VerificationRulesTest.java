package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.Rule;
import vn.lienthong.gateway.signature.file.VerificationLimits;

/** A file of settings, such as a gateway's own, says what files are judged by. */
final class VerificationRulesTest {
    @TempDir
    private Path folder;

    private VerificationRules read(String text) throws IOException {
        return VerificationRules.read(Files.writeString(folder.resolve("lienthong.yaml"), text));
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws Exception {
        VerificationRules rules =
                read("lienthong:\n  console:\n    port: 9\n  verification:\n    second-opinion: off\n");
        assertThat(rules.limits()).isEqualTo(VerificationLimits.standard());
        assertThat(rules.levels()).isEmpty();
        assertThat(rules.text()).isEmpty();
        assertThat(rules.source()).isEqualTo("lienthong.yaml");
    }

    @Test
    void rulesAndLimitsAreTakenUp() throws Exception {
        VerificationRules rules = read(
                """
                lienthong:
                  verification:
                    rules: [annotation-added=WARN]
                    algorithm-ends: [SHA-256=2030-12-31]
                  signature-limits:
                    pdf:
                      largest: 2MB
                """);
        assertThat(rules.policy().level(Rule.ANNOTATION_ADDED, Optional.empty()))
                .isEqualTo(Level.WARN);
        assertThat(rules.limits().pdf().maximumBytes()).isEqualTo(2 << 20);
        assertThat(rules.text()).isEqualTo("annotation-added=WARN, SHA-256=2030-12-31T17:00:00Z");
    }

    @Test
    void theLastDocumentOfAFileWins() throws Exception {
        VerificationRules rules = read(
                """
                lienthong.verification.algorithm-ends: [SHA-256=2030-12-31]
                ---
                lienthong.verification.algorithm-ends: [SHA-256=2031-12-31]
                """);
        assertThat(rules.text()).isEqualTo("SHA-256=2031-12-31T17:00:00Z");
    }

    @Test
    void whatWouldHaveNoEffectIsRefused() {
        assertThatThrownBy(() -> read("lienthong:\n  console:\n    port: 9\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected: lienthong.verification or lienthong.signature-limits");
        assertThatThrownBy(() -> read("verification:\n  rules: [annotation-added=WARN]\n"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        String rules = "lienthong:\n  verification:\n    rules: [annotation-added=WARN]\n";
        assertThatThrownBy(() -> read(rules + "  signature-limit:\n    pdf:\n      largest: 2MB\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lienthong.signature-limit.pdf.largest: unknown");
        assertThatThrownBy(() -> read(rules + "spring.config.activate.on-profile: demo\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("spring.config.activate");
    }

    @Test
    void whatIsNoSettingIsNamed() {
        assertThatThrownBy(() -> read("lienthong:\n  verification:\n    rules: [annotation-added=MAYBE]\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("annotation-added=MAYBE");
        assertThatThrownBy(() -> read("lienthong:\n  signature-limits:\n    pdf:\n      lagrest: 2MB\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lagrest");
        assertThatThrownBy(() -> read("lienthong: [unclosed")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> VerificationRules.read(folder.resolve("none.yaml")))
                .isInstanceOf(IOException.class);
    }
}
