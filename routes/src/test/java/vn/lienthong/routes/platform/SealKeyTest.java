package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.signature.key.SigningKey;

class SealKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    Path data;

    private SigningKey open(Map<String, String> settings) {
        return SealKey.open(ConfigurationReader.read(data, settings).seal(), data, NOW);
    }

    @Test
    void isMadeOnceWhereNoneIsSet() {
        SigningKey made = open(Map.of());

        assertThat(open(Map.of()).certificate()).isEqualTo(made.certificate());
        assertThat(data.resolve("secrets/seal.p12")).isRegularFile();
    }

    @Test
    void aTokenThatCannotBeUsedStopsTheStart() throws IOException {
        Path pin = Files.writeString(data.resolve("pin"), "5678\n");
        Path library = Files.writeString(data.resolve("no-library.so"), "x");
        Map<String, String> settings =
                Map.of("seal.pkcs11.library", library.toString(), "seal.pkcs11.pin-file", pin.toString());

        assertThatThrownBy(() -> open(settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lienthong.seal.pkcs11")
                .hasMessageContaining("no-library.so")
                .hasMessageNotContaining("5678");
        assertThat(data.resolve("secrets")).as("no other key takes its place").doesNotExist();
    }
}
