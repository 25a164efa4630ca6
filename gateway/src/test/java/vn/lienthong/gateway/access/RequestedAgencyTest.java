package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RequestedAgencyTest {

    @Test
    void whatAClientLibraryWritesFillsTheForm() {
        assertThat(
                        RequestedAgency.of(
                                "{\"id\":7,\"pcode\":\"H53\",\"code\" : \"H53.31\",\"name\":\"S\\u1edf \\\"N\\u1ed9i v\\u1ee5\\\"\\n\"}"))
                .isEqualTo(new RequestedAgency("H53.31", "Sở \"Nội vụ\"", "H53"));
        assertThat(RequestedAgency.of("AgencyCode=H53.31 {\"code\":\"H53.32\"}"))
                .as("the code of the headers, which are signed, goes first")
                .isEqualTo(new RequestedAgency("H53.31", "", ""));
    }

    @Test
    void anythingElseFillsNothing() {
        RequestedAgency nothing = new RequestedAgency("", "", "");
        assertThat(RequestedAgency.of("")).isEqualTo(nothing);
        assertThat(RequestedAgency.of("{\"code\":7,\"name\":null}")).isEqualTo(nothing);
        assertThat(RequestedAgency.of("\"name\":\"" + "\\\\".repeat(32_000))).isEqualTo(nothing);
        assertThat(RequestedAgency.of("\"name\":\"" + "x".repeat(60_000) + "\""))
                .isEqualTo(nothing);
        assertThat(RequestedAgency.of("{\"name\":\"a\\u001bb\"}").name()).isEqualTo("a b");
    }
}
