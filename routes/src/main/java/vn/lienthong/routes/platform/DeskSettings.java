package vn.lienthong.routes.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code lienthong.seal.desk}: files that a person signs with the token at his own desk.
 *
 * @param lifetime how long the addresses work by which the signing program there fetches and returns a file; default 10 min
 * @param maxAdded by how much the returned file may be larger than the one handed out; default 8 MB
 * @param wrongPerMinute addresses that lead nowhere which one caller may try in a minute; default 120
 * @param plugin where the signing program listens on the person's machine, as its issuer set it; default
 *     {@code wss://127.0.0.1:8987}
 */
public record DeskSettings(
        @DefaultValue("10m") Duration lifetime,
        @DefaultValue("8MB") DataSize maxAdded,
        @DefaultValue("120") int wrongPerMinute,
        @DefaultValue("wss://127.0.0.1:8987") URI plugin) {

    private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public DeskSettings {
        Setting.inRange("lienthong.seal.desk.lifetime", lifetime, Duration.ofMinutes(1), Duration.ofHours(1));
        Setting.inRange("lienthong.seal.desk.max-added", maxAdded, DataSize.ofKilobytes(64), DataSize.ofMegabytes(64));
        Setting.inRange("lienthong.seal.desk.wrong-per-minute", wrongPerMinute, 1, 10_000);
        if (!Set.of("ws", "wss").contains(String.valueOf(plugin.getScheme()))
                || !OWN_MACHINE.contains(String.valueOf(plugin.getHost()))
                || plugin.getPort() < 1
                || !plugin.getRawSchemeSpecificPart().equals("//" + plugin.getRawAuthority())) {
            throw Setting.refuse("lienthong.seal.desk.plugin", plugin, "một địa chỉ như wss://127.0.0.1:8987");
        }
    }
}
