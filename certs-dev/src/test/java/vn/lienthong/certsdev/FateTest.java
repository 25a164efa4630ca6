package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fate fails for its reason; and passes once that one reason is taken away, so it has no second. */
class FateTest {
    private static final SetClock CLOCK = new SetClock(NOW);
    private static final DevelopmentPki PKI = DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, Pkis.BASE), CLOCK);

    @BeforeEach
    void reset() {
        CLOCK.set(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "GOOD, OK",
        "REVOKED, REVOKED",
        "EXPIRED, EXPIRED",
        "NOT_YET_VALID, NOT_YET_VALID",
        "WRONG_USAGE, USAGE",
        "UNTRUSTED, NO_TRUST_ANCHOR",
        "WRONG_BRANCH, NO_TRUST_ANCHOR",
        "OCSP_DOWN, OK"
    })
    void fails_for_its_reason(Fate fate, String reason) throws GeneralSecurityException {
        DevIdentity seal = Pkis.seal(PKI, fate);

        assertThat(check(seal, Branch.GOVERNMENT)).isEqualTo(reason);
    }

    @Test
    void officials_share_the_fates() throws GeneralSecurityException {
        DevIdentity expired = PKI.official("Nguyễn Văn An", Pkis.AGENCY, "H53", Fate.EXPIRED);

        assertThat(check(expired, Branch.GOVERNMENT)).isEqualTo("EXPIRED");
    }

    @Test
    void a_revoked_one_passes_by_the_crl_before_its_revocation() throws GeneralSecurityException {
        DevIdentity revoked = Pkis.seal(PKI, Fate.REVOKED);
        CLOCK.set(NOW.minus(Duration.ofDays(31)));

        assertThat(check(revoked, Branch.GOVERNMENT)).isEqualTo(PkixCheck.OK);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, -31", "NOT_YET_VALID, 1826"})
    void one_out_of_time_passes_in_its_time(Fate fate, long days) throws GeneralSecurityException {
        DevIdentity seal = Pkis.seal(PKI, fate);
        CLOCK.set(NOW.plus(Duration.ofDays(days)));

        assertThat(check(seal, Branch.GOVERNMENT)).isEqualTo(PkixCheck.OK);
    }

    @Test
    void the_wrong_branch_is_right_for_the_other() throws GeneralSecurityException {
        DevIdentity forGovernment = Pkis.seal(PKI, Fate.WRONG_BRANCH);
        DevIdentity forParty = PKI.sealOf(Branch.PARTY, "A01", "Văn phòng Trung ương Đảng", Fate.WRONG_BRANCH);

        assertThat(check(forGovernment, Branch.PARTY)).isEqualTo(PkixCheck.OK);
        assertThat(check(forParty, Branch.GOVERNMENT)).isEqualTo(PkixCheck.OK);
        assertThat(check(forParty, Branch.PARTY)).isEqualTo("NO_TRUST_ANCHOR");
    }

    @Test
    void the_untrusted_one_passes_only_under_its_own_root() throws GeneralSecurityException {
        DevIdentity untrusted = Pkis.seal(PKI, Fate.UNTRUSTED);

        assertThat(check(untrusted, Branch.PARTY)).isEqualTo("NO_TRUST_ANCHOR");
        assertThat(check(untrusted, Branch.PUBLIC)).isEqualTo("NO_TRUST_ANCHOR");
        assertThat(PkixCheck.withCrls(untrusted, untrusted.chain().getLast(), NOW, UntrustedCrls.of(PKI)))
                .isEqualTo(PkixCheck.OK);
    }

    @Test
    void wrong_usage_lacks_the_signing_usages_and_nothing_else() {
        boolean[] wrong = Pkis.seal(PKI, Fate.WRONG_USAGE).certificate().getKeyUsage();
        boolean[] good = Pkis.seal(PKI, Fate.GOOD).certificate().getKeyUsage();

        assertThat(wrong).startsWith(false, false, true, true, false);
        assertThat(good).startsWith(true, true, true, true, false);
    }

    private static String check(DevIdentity who, Branch trusted) throws GeneralSecurityException {
        return PkixCheck.withCrls(who, PKI.root(trusted), CLOCK.instant(), PKI.crls());
    }
}
