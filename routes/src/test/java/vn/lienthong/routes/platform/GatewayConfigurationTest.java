package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class GatewayConfigurationTest {
    @TempDir
    Path data;

    @Test
    void runsWithoutAnySetting() {
        GatewayConfiguration configuration = ConfigurationReader.read(data, Map.of());
        assertThat(configuration.data()).isEqualTo(data);
        assertThat(configuration.console().port()).isEqualTo(8080);
        assertThat(configuration.axis().port()).isEqualTo(8081);
        assertThat(configuration.gateway()).isEqualTo(new GatewaySettings("LIENTHONG", 16));
        assertThat(configuration.axis().address().isLoopbackAddress()).isTrue();
        assertThat(configuration.axis().maxHeaderSize()).isEqualTo(DataSize.ofMegabytes(2));
        assertThat(configuration.door().timestampWindow()).isEqualTo(Duration.ofHours(24));
        assertThat(configuration.database().external()).isNull();
        assertThat(configuration.masterKeyFile())
                .isEqualTo(data.resolve("secrets").resolve("master.key"));
    }

    @Test
    void hostsOfRevocationListsMayGoByAnotherName() {
        assertThat(ConfigurationReader.read(data, Map.of("revocation.rewrite", "OCSP.ca.ptc=ocsp.ca.gov.vn,a.b=c.d:81"))
                        .revocation()
                        .hosts())
                .containsOnly(Map.entry("ocsp.ca.ptc", "ocsp.ca.gov.vn"), Map.entry("a.b", "c.d:81"));
    }

    @Test
    void letsTheCommandLineOutweighTheFile() throws IOException {
        Files.writeString(
                data.resolve("lienthong.yaml"), "lienthong:\n  axis:\n    port: 9001\n  console.port: 9002\n");
        GatewayConfiguration configuration = ConfigurationReader.read(data, Map.of("axis.port", "9003"));
        assertThat(configuration.axis().port()).isEqualTo(9003);
        assertThat(configuration.console().port()).isEqualTo(9002);
    }

    @ParameterizedTest
    @CsvSource({
        "axis.port, 70000, lienthong.axis.port: 70000 (expected: 0 … 65535)",
        "axis.port, tám, lienthong.axis.port: tám (expected: một số nguyên)",
        "axis.porst, 1, 'lienthong.axis.porst: không có thiết lập này (expected: lienthong.axis.address, lienthong.axis.port'",
        "axis.plain-http, có, lienthong.axis.plain-http: có (expected: true hoặc false)",
        "delivery.lease, lâu, 'lienthong.delivery.lease: lâu (expected: thời lượng như '",
        "delivery.lease, 10, lienthong.delivery.lease: 10ms (expected: 1s … 24h)",
        "axis.max-header-size, to, lienthong.axis.max-header-size: to (expected: kích cỡ như",
        "axis.max-header-size, 17MB, lienthong.axis.max-header-size: 17MB (expected: 8KB … 16MB)",
        "axis.port, 8080, lienthong.axis.port: 8080 (expected: khác lienthong.console.port)",
        "axis.max-header-size, 1KB, lienthong.axis.max-header-size",
        "axis.tls.key-store, no-such-file.p12, tls.key-store",
        "database.url, jdbc:oracle:x, lienthong.database.url: jdbc:oracle:x",
        "database.url, jdbc:postgresql://db/lienthong, lienthong.database.user",
        "broker.user, who, lienthong.broker.password",
        "delivery.longest-retry, 1s, lienthong.delivery.longest-retry",
        "delivery.longest-wait, 0s, lienthong.delivery.longest-wait",
        "provincial.logins-at-once, 0, lienthong.provincial.logins-at-once: 0 (expected: 1 … 10000)",
        "provincial.logins-per-address, 257, lienthong.provincial.logins-per-address: 257 (expected: 1 … 256)",
        "provincial.login-timeout, 0s, lienthong.provincial.login-timeout",
        "vault.orphan-age, 10m, lienthong.vault.orphan-age: 10m",
        "door.upload-timeout, 24h, lienthong.vault.orphan-age: PT24H (expected: dài hơn",
        "gateway.code, mã cổng, lienthong.gateway.code: mã cổng",
        "gateway.code, a<b, lienthong.gateway.code: a<b",
        "gateway.max-hops, 0, lienthong.gateway.max-hops: 0 (expected: 1 … 1000)",
        "timestamp.url, ftp://tsa, lienthong.timestamp.url: ftp://tsa",
        "timestamp.longest-retry, 1s, lienthong.timestamp.longest-retry",
        "seal.pkcs11.pin-file, pin, lienthong.seal.pkcs11.library",
        "seal.pkcs11.slot, -1, lienthong.seal.pkcs11.slot: -1",
        "packet.max-depth, 3, lienthong.packet.max-depth: 3",
        "revocation.rewrite, ocsp.ca.ptc, lienthong.revocation.rewrite: ocsp.ca.ptc",
        "revocation.addresses, ldap://ca.gov.vn/x, lienthong.revocation.addresses: ldap://ca.gov.vn/x",
        "revocation.refresh, 1s, lienthong.revocation.refresh",
        "revocation.grace, government=lâu, lienthong.revocation.grace: government=lâu (expected: government|party|public=",
        "revocation.grace, army=1h, lienthong.revocation.grace: army=1h (expected: government|party|public=",
        "revocation.grace, party=31d, lienthong.revocation.grace: 744h (expected: 0ms … 720h)",
        "revocation.oldest, party=1s, lienthong.revocation.oldest: 1s (expected: 1m",
        "verification.rules, missing-refrence=WARN, 'lienthong.verification.rules: missing-refrence=WARN (expected: missing-reference'",
        "verification.rules, missing-reference=MAYBE, 'lienthong.verification.rules: missing-reference=MAYBE (expected: MAYBE là một trong fail'",
        "verification.rules, missing-reference.army=WARN, 'lienthong.verification.rules: missing-reference.army=WARN (expected: army là một trong government'",
        "verification.rules, revocation=IGNORE, lienthong.verification.rules: revocation=IGNORE",
        "verification.algorithm-ends, SHA-1=soon, lienthong.verification.algorithm-ends: SHA-1=soon",
        "verification.algorithm-ends, RSA=2030-12-31, lienthong.verification.algorithm-ends: RSA=2030-12-31",
        "signature-limits.pdf.revisions, 0, lienthong.signature-limits.pdf.revisions: 0",
        "signature-limits.cms.largest, 2GB, lienthong.signature-limits.cms.largest: 2GB",
        "signature-limits.xml.depht, 9, lienthong.signature-limits.xml.depht",
        "timestamp.renewal-files, 0, lienthong.timestamp.renewal-files: 0",
        "revocation.ocsp.at-once, 0, lienthong.revocation.ocsp.at-once: 0",
        "revocation.ocsp.use, maybe, lienthong.revocation.ocsp.use: maybe",
        "verification.second-opinion, maybe, lienthong.verification.second-opinion: maybe (expected: off",
        "verification.second-opinion-per-thousand, 0, lienthong.verification.second-opinion-per-thousand: 0",
        "verification.second-opinion-largest, 1GB, lienthong.verification.second-opinion-largest: 1GB",
        "door.timestamp-window, 25h, lienthong.door.timestamp-window: 25h",
        "door.max-uploads, 0, lienthong.door.max-uploads: 0",
        "door.max-verifications, 0, lienthong.door.max-verifications: 0",
        "door.max-seals, 1001, lienthong.door.max-seals: 1001",
        "door.upload-timeout, 0s, lienthong.door.upload-timeout",
    })
    void namesThePathOfWhatIsWrong(String name, String value, String named) {
        assertThatThrownBy(() -> ConfigurationReader.read(data, Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "'axis:\n  port: 80\n', 'axis.port (expected: nằm dưới lienthong:, tức lienthong.axis.port)'",
        "'lienthong:\n  axis:\n   port: 80\n  - x\n', 'lienthong.yaml, dòng 4: '",
        "'lienthong:\n  axis:\n    prot: 80\n', 'lienthong.axis.prot: không có thiết lập này'",
    })
    void saysWhatIsWrongWithTheFile(String yaml, String said) throws IOException {
        Files.writeString(data.resolve("lienthong.yaml"), yaml);
        assertThatThrownBy(() -> ConfigurationReader.read(data, Map.of()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(said);
    }

    /** Roles without the claim that lists groups would restrict nobody, and say nothing. */
    @ParameterizedTest
    @CsvSource({"roles, van-hanh=operator", "role-claim, groups"})
    void groupsRestrictPeopleOrAreNotNamed(String name, String value) {
        Map<String, String> settings = Map.of(
                "console.oidc.issuer",
                "https://sso.example.vn",
                "console.oidc.client-id",
                "lienthong",
                "console.oidc.client-secret",
                "hunter2",
                "console.oidc." + name,
                value);
        assertThatThrownBy(() -> ConfigurationReader.read(data, settings))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("lienthong.console.oidc.roles");
    }

    @Test
    void neverPrintsAPassword() {
        GatewayConfiguration configuration = ConfigurationReader.read(
                data,
                Map.of(
                        "database.url", "jdbc:postgresql://db/lienthong",
                        "database.user", "gateway",
                        "database.password", "hunter2",
                        "broker.user", "gateway",
                        "broker.password", "hunter2"));
        assertThat(configuration.toString()).doesNotContain("hunter2");
        assertThat(String.valueOf(configuration.database().external())).doesNotContain("hunter2");
    }

    @Test
    void refusesAPlainListenerBeyondLoopback() throws IOException {
        InetAddress anywhere = InetAddress.getByAddress(new byte[4]);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        assertThat(new PlainListenerCheck("axis", anywhere, null, false).refusal())
                .hasValueSatisfying(text -> assertThat(text).startsWith("lienthong.axis.address: 0.0.0.0"));
        assertThat(new PlainListenerCheck("axis", anywhere, null, true).refusal())
                .isEmpty();
        assertThat(new PlainListenerCheck("axis", loopback, null, false).refusal())
                .isEmpty();
    }
}
