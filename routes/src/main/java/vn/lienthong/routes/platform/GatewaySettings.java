package vn.lienthong.routes.platform;

import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.gateway.packet.AddHop;

/**
 * {@code lienthong.gateway}: what this gateway is among others.
 *
 * @param code the code under which it adds itself to the trace of what it carries, different from every other gateway's;
 *     default {@code LIENTHONG}, which is no agency's
 * @param maxHops stations in a document's trace, above which it is held because it may go in a circle; default 16
 */
public record GatewaySettings(@DefaultValue("LIENTHONG") String code, @DefaultValue("16") int maxHops) {
    public GatewaySettings {
        if (!code.matches(AddHop.CODE)) {
            throw Setting.refuse(
                    "lienthong.gateway.code", code, "1 … 35 ký tự A–Z, a–z, 0–9, . _ -, đầu là chữ hoặc số");
        }
        Setting.inRange("lienthong.gateway.max-hops", maxHops, 1, 1_000);
    }
}
