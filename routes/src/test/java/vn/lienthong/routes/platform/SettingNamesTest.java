package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingNamesTest {

    @Test
    void namesWhatStandsNearby() {
        assertThat(SettingNames.near("lienthong.axis.prot"))
                .contains("lienthong.axis.port, ", "lienthong.axis.max-header-size", "lienthong.axis.tls.…")
                .doesNotContain("console", "key-store");
        assertThat(SettingNames.near("lienthong.axes.port"))
                .contains("lienthong.axis.…", "lienthong.console.…", "lienthong.master-key-file");
    }

    @Test
    void findsVariablesThatSetNothing() {
        assertThat(SettingNames.unknown(Set.of(
                        "PATH",
                        "LIENTHONG_DATA",
                        "LIENTHONG_AXIS_PORT",
                        "LIENTHONG_AXIS_MAXCONNECTIONS",
                        "LIENTHONG_AXIS_MAX_CONNECTIONS",
                        "LIENTHONG_AXIS_TLS_KEYSTORE",
                        "LIENTHONG_OUTBOUND_ALLOWEDHOSTS_0",
                        "LIENTHONG_AXIS_PROT",
                        "LIENTHONG_PORT")))
                .containsExactly("LIENTHONG_AXIS_PROT", "LIENTHONG_PORT");
    }
}
