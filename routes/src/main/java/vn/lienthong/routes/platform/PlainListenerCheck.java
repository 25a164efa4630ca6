package vn.lienthong.routes.platform;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents do not cross a network in the clear: a listener beyond loopback has a key, or a proxy that has one. */
record PlainListenerCheck(String group, InetAddress address, @Nullable TlsSettings tls, boolean plainHttp)
        implements StartCheck {
    @Override
    public Optional<String> refusal() {
        if (address.isLoopbackAddress() || tls != null || plainHttp) {
            return Optional.empty();
        }
        return Optional.of("lienthong." + group + ".address: " + address.getHostAddress()
                + " (expected: địa chỉ loopback): đặt lienthong." + group + ".tls.key-store và key-store-password, hoặc"
                + " lienthong." + group + ".plain-http=true khi có proxy kết thúc TLS ở phía trước");
    }
}
