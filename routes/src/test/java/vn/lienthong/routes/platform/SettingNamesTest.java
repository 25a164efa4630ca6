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
                        "LIENTHONG_PORTS")))
                .containsExactly("LIENTHONG_AXIS_PROT", "LIENTHONG_PORTS");
    }

    @Test
    void letsPassWhatAnOrchestratorSetsForAServiceOfOurName() {
        assertThat(SettingNames.unknown(Set.of(
                        "LIENTHONG_SERVICE_HOST",
                        "LIENTHONG_SERVICE_PORT",
                        "LIENTHONG_SERVICE_PORT_AXIS",
                        "LIENTHONG_PORT",
                        "LIENTHONG_PORT_8081_TCP",
                        "LIENTHONG_PORT_8081_TCP_ADDR")))
                .isEmpty();
    }
}
