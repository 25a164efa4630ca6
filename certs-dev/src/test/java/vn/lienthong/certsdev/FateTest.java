package vn.lienthong.certsdev;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.certsdev.Pkis.NOW;

import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fate fails for its reason; and passes once that one reason is taken away, so it has no second. */
class FateTest {
    private static final DevelopmentPki PKI = Pkis.standing();

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
        DevIdentity official = PKI.official("Nguyễn Văn An", Pkis.AGENCY, "H53", fate);

        assertThat(check(seal, Branch.GOVERNMENT)).isEqualTo(reason);
        assertThat(check(official, Branch.GOVERNMENT)).isEqualTo(reason);
    }

    @Test
    void a_revoked_one_passes_by_the_crl_before_its_revocation() throws GeneralSecurityException {
        SetClock clock = new SetClock(NOW);
        DevelopmentPki pki = DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, Pkis.BASE), clock);
        DevIdentity revoked = Pkis.seal(pki, Fate.REVOKED);
        clock.set(NOW.minus(Duration.ofDays(31)));

        assertThat(PkixCheck.withCrls(revoked, pki.root(Branch.GOVERNMENT), clock.instant(), pki.crls()))
                .isEqualTo(PkixCheck.OK);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, -31", "NOT_YET_VALID, 1826"})
    void one_out_of_time_passes_in_its_time(Fate fate, long days) throws GeneralSecurityException {
        SetClock clock = new SetClock(NOW);
        DevelopmentPki pki = DevelopmentPki.create(DevelopmentPki.Settings.of(NOW, Pkis.BASE), clock);
        DevIdentity seal = Pkis.seal(pki, fate);
        clock.set(NOW.plus(Duration.ofDays(days)));

        assertThat(PkixCheck.withCrls(seal, pki.root(Branch.GOVERNMENT), clock.instant(), pki.crls()))
                .isEqualTo(PkixCheck.OK);
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
        return PkixCheck.withCrls(who, PKI.root(trusted), NOW, PKI.crls());
    }
}
