package vn.lienthong.gateway.signature.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPolicy;
import vn.lienthong.gateway.signature.DevTrust;

/** The gateway and the development PKI know the same mark, though neither uses the other's classes. */
class DevelopmentMarkTest {
    @Test
    void isTheDevelopmentPkisOwn() {
        assertThat(DevelopmentMark.OID).isEqualTo(DevPolicy.OID);
    }

    @Test
    void isOnEveryRootAndIssuingAuthority() {
        assertThat(Arrays.stream(Branch.values()).map(DevTrust.pki()::root)).allMatch(DevelopmentMark::isOn);
        assertThat(Arrays.stream(Branch.values()).map(DevTrust.pki()::issuingCa))
                .allMatch(DevelopmentMark::isOn);
    }
}
