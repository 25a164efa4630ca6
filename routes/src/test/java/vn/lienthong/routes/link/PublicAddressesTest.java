package vn.lienthong.routes.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.webhook.WebhookSender.Outcome;
import vn.lienthong.routes.platform.AddressRange;

/** Where a webhook may lead. */
final class PublicAddressesTest {

    private static final PublicAddresses NOBODY = new PublicAddresses(List.of(), "webhooks.private-ranges");

    private static Optional<String> refusal(PublicAddresses reach, String address) throws Exception {
        return reach.refusal(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.200.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "239.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.1.2.3",
                "::ffff:0:10.1.2.3",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "64:ff9b::a01:203",
                "2002:a01:203::1"
            })
    void whatLiesInsideIsNoDestination(String address) throws Exception {
        assertThat(refusal(NOBODY, address))
                .hasValueSatisfying(why -> assertThat(why).contains("expected: địa chỉ công cộng"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "172.15.0.1", "100.128.0.1", "193.168.1.1", "2606:4700::1111"})
    void whatEverybodyReachesIs(String address) throws Exception {
        assertThat(refusal(NOBODY, address)).isEmpty();
    }

    @Test
    void whatTheSettingNamesIsAndNothingBesideIt() throws Exception {
        PublicAddresses province =
                new PublicAddresses(List.of(AddressRange.parse("10.1.0.0/16")), "webhooks.private-ranges");
        assertThat(refusal(province, "10.1.200.3")).isEmpty();
        assertThat(refusal(province, "10.2.0.1")).isPresent();
    }

    /** As the system's resolver brings it: an Inet6Address, which texts never are read as. */
    private static InetAddress mapped(String address) throws Exception {
        byte[] bytes = new byte[16];
        bytes[10] = bytes[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName(address).getAddress(), 0, bytes, 12, 4);
        return Inet6Address.getByAddress("hook.example", bytes, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "127.0.0.1", "169.254.169.254", "224.0.0.1", "0.0.0.0"})
    void noNameLeadsInsideByAnAddressThatIpv6Wraps(String inside) throws Exception {
        InetAddress wrapped = mapped(inside);
        assertThat(wrapped).isInstanceOf(Inet6Address.class);
        assertThat(NOBODY.refusal(wrapped)).isPresent();
        CheckedAddresses webhooks =
                new CheckedAddresses(OutboundSettings.demo(), NOBODY, host -> new InetAddress[] {wrapped});
        assertThatThrownBy(() -> webhooks.resolve("hook.example")).isInstanceOf(OutboundRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "169.254.169.254", "224.0.0.1", "0.0.0.0"})
    void norDoesAnyOtherPurposeReachThisMachineOrItsLink(String inside) throws Exception {
        InetAddress wrapped = mapped(inside);
        CheckedAddresses neighbours = new CheckedAddresses(
                OutboundSettings.defaults(), CheckedAddresses.Screen.OPEN, host -> new InetAddress[] {wrapped});
        assertThatThrownBy(() -> neighbours.resolve("hook.example")).isInstanceOf(OutboundRefused.class);
    }

    @Test
    void whatIsConnectedToIsTheVeryAddressThatWasChecked() throws Exception {
        PublicAddresses province =
                new PublicAddresses(List.of(AddressRange.parse("10.1.0.0/16")), "webhooks.private-ranges");
        InetAddress wrapped = mapped("10.1.2.3");
        assertThat(new CheckedAddresses(OutboundSettings.defaults(), province, host -> new InetAddress[] {wrapped})
                        .resolve("hook.example"))
                .containsExactly(InetAddress.getByName("10.1.2.3"));
    }

    @Test
    void anAddressInDigitsIsRefusedWhenItIsGivenAndANameWhenItIsLookedUp() throws Exception {
        try (HttpWebhookSender sender = new HttpWebhookSender(
                new OutboundHttp(OutboundSettings.demo()).within(OutboundSettings.demo(), NOBODY))) {
            for (String digits :
                    List.of("http://10.1.2.3/", "http://127.0.0.1:1/", "http://[::1]:1/", "http://[fd00::1]/")) {
                assertThat(sender.refusal(URI.create(digits))).as(digits).isPresent();
            }
            assertThat(sender.refusal(URI.create("http://1.1.1.1/"))).isEmpty();
            assertThat(sender.refusal(URI.create("http://localhost:1/"))).isEmpty();
            assertThat(sender.send(URI.create("http://localhost:1/"), Map.of(), "{}"))
                    .isInstanceOfSatisfying(Outcome.Unreached.class, unreached -> assertThat(unreached.detail())
                            .contains("expected: địa chỉ công cộng"));
        }
    }
}
