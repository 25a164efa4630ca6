package vn.lienthong.gateway.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of signatures that nobody can read as XML, and what finding that out costs. */
class SignatureClaimTest {
    private static SignatureClaim in(String file) {
        return SignatureClaim.in(file.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Megabytes of beginnings, none of which leads anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"xmlns", "xmlns:", "xmlns ", "xmlns=", "xmlns:a=\"", "xmlns='xmlns=\"", "<!", "<!DOCTYPE "})
    void whatBeginsManyTimesIsReadOnce(String beginning) {
        String file = beginning.repeat((2 << 20) / beginning.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(in(file)).isNotEqualTo(SignatureClaim.MADE));
    }

    @Test
    void noLengthHidesAClaim() {
        String prefix = "p".repeat(10_000);
        String space = " ".repeat(10_000);
        assertThat(in("<" + prefix + ":Signature xmlns:" + prefix + space + "=" + space + "'http&#58;//'"))
                .isEqualTo(SignatureClaim.PERHAPS);
    }

    @Test
    void whatStandsInAnotherAlphabetIsNotReadAndMayBeAnything() {
        assertThat(in("<?xml version='1.0' encoding='cp037'?><a>")).isEqualTo(SignatureClaim.PERHAPS);
        assertThat(in("<?xml version='1.0' encoding='UTF-8'?><a>")).isEqualTo(SignatureClaim.NONE);
    }
}
