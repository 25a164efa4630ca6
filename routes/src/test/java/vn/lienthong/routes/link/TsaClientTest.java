package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.TimestampAuthority;
import vn.lienthong.gateway.evidence.TimestampFailed;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.signature.path.TrustStore;
import vn.lienthong.gateway.signature.path.TrustStores;

/** The whole way to an authority and back, over plain HTTP as in the field. */
final class TsaClientTest {

    private static final byte[] STAMPED = "chữ ký".getBytes(StandardCharsets.UTF_8);
    private static final OutboundSettings LOOPBACK = new OutboundSettings(
            List.of(), List.of(), true, false, Duration.ofSeconds(2), Duration.ofSeconds(20), 1 << 20);

    @SuppressWarnings("NullAway.Init")
    private static DevPkiServices services;

    @BeforeAll
    static void start() throws IOException {
        Clock clock = Clock.systemUTC();
        services = DevPkiServices.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                base -> DevelopmentPki.create(
                        new DevelopmentPki.Settings(clock.instant(), base, KeyAlgorithm.EC_P256), clock));
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    private static RequestTimestamp asking(OutboundSettings settings, URI... addresses) {
        DevelopmentPki pki = services.pki();
        TrustStores trust = TrustStores.of(new TrustStore(
                TrustBranch.GOVERNMENT,
                List.of(pki.root(Branch.GOVERNMENT)),
                List.of(pki.issuingCa(Branch.GOVERNMENT))));
        OutboundHttp http = new OutboundHttp(settings);
        return new RequestTimestamp(
                Stream.of(addresses)
                        .<TimestampAuthority>map(address -> new TsaClient(http, address))
                        .toList(),
                () -> new VerifyTimestamp(trust, Revocations.none(), ValidationPolicy.standard()),
                new SecureRandom(),
                Clock.systemUTC());
    }

    @Test
    void stampsOverPlainHttpWhereOtherCallsMayNotGo() throws Exception {
        URI tsa = services.pki().timestampAddress();

        assertThat(asking(LOOPBACK.forTimestamps(Duration.ofSeconds(20)), tsa)
                        .over(STAMPED)
                        .authority())
                .isEqualTo(tsa.toString());
        assertThatThrownBy(() -> asking(LOOPBACK, tsa).over(STAMPED))
                .isInstanceOf(TimestampFailed.class)
                .hasMessageContaining("scheme: http (expected: https)");
    }

    @Test
    void anAuthorityInTroubleIsPassedOver() throws Exception {
        URI down = services.base().resolve("/down/tsa");
        URI tsa = services.pki().timestampAddress();

        assertThat(asking(LOOPBACK.forTimestamps(Duration.ofSeconds(20)), down, tsa)
                        .over(STAMPED)
                        .authority())
                .isEqualTo(tsa.toString());
        assertThatThrownBy(() -> asking(LOOPBACK.forTimestamps(Duration.ofSeconds(20)), down)
                        .over(STAMPED))
                .hasMessageContaining("HTTP 500");
    }
}
