package vn.lienthong.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecondPersonTest {

    static List<ProposedAct> acts() {
        return List.of(
                new ProposedAct.AddTrust("government", "MIIB"),
                new ProposedAct.RemoveTrust("party", "ab".repeat(32)),
                new ProposedAct.ImportTable("code,name\nH1,\"Sở \"\"A\"\"\"\n"),
                new ProposedAct.CloseAgency(7, new RegistrationTerms.Closing("H53.1", "2026-01-01", "")));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void whatIsKeptIsWhatWasProposed(ProposedAct act) {
        assertThat(ProposedAct.read(act.kind(), act.content())).isEqualTo(act);
        assertThat(ProposedAct.read(act.kind(), act.content()).digest()).isEqualTo(act.digest());
    }

    @Test
    void onlyTheRolesWhoseWorkItIsMayDecide() {
        for (ProposedAct.Kind kind : ProposedAct.Kind.values()) {
            assertThat(kind.isFor(Role.ADMINISTRATOR)).as(kind.name()).isTrue();
            for (Role role : List.of(Role.CLERK, Role.OFFICER, Role.OPERATOR, Role.AUDITOR)) {
                assertThat(kind.isFor(role)).as(kind + " " + role).isFalse();
            }
        }
        assertThat(ProposedAct.Kind.ADD_TRUST.isFor(Role.REGISTRAR)).isFalse();
        assertThat(ProposedAct.Kind.CLOSE_AGENCY.isFor(Role.REGISTRAR)).isTrue();
    }
}
