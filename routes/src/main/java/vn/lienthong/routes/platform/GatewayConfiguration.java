package vn.lienthong.routes.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the gateway, under the prefix {@code lienthong}. Read once at start from {@code lienthong.yaml} in the
 * data folder, the environment ({@code LIENTHONG_AXIS_PORT=…}) and the command line ({@code --set axis.port=…}), in rising
 * order of weight; a value out of range or a name nobody knows stops the start. One file per group.
 *
 * @param data folder that holds everything this process keeps; default {@code lienthong-data}
 * @param masterKeyFile {@code lienthong.master-key-file}: the key that encrypts stored secrets; default
 *     {@code secrets/master.key} in the data folder. Keep a copy elsewhere: without it the secrets cannot be read
 */
@ConfigurationProperties(prefix = GatewayConfiguration.PREFIX, ignoreUnknownFields = false)
public record GatewayConfiguration(
        @DefaultValue("lienthong-data") Path data,
        @Nullable Path masterKeyFile,
        @DefaultValue GatewaySettings gateway,
        @DefaultValue ConsoleSettings console,
        @DefaultValue AxisSettings axis,
        @DefaultValue ServicesSettings services,
        @DefaultValue SoapSettings soap,
        @DefaultValue LimitSettings limits,
        @DefaultValue ProvincialSettings provincial,
        @DefaultValue WebhookConfiguration webhooks,
        @DefaultValue FolderSettings folder,
        @DefaultValue DatabaseSettings database,
        @DefaultValue BrokerSettings broker,
        @DefaultValue PacketSettings packet,
        @DefaultValue DoorSettings door,
        @DefaultValue DeliverySettings delivery,
        @DefaultValue OutboundConfiguration outbound,
        @DefaultValue AxisLinkSettings axisLink,
        @DefaultValue VaultSettings vault,
        @DefaultValue RevocationSettings revocation,
        @DefaultValue VerificationSettings verification,
        @DefaultValue SignatureLimitSettings signatureLimits,
        @DefaultValue SealSettings seal,
        @DefaultValue EnvelopeSettings envelope,
        @DefaultValue TimestampSettings timestamp,
        @DefaultValue SigningSettings signing,
        @DefaultValue TraySettings tray) {
    public static final String PREFIX = "lienthong";

    public GatewayConfiguration {
        masterKeyFile = masterKeyFile == null ? data.resolve("secrets").resolve("master.key") : masterKeyFile;
        if (console.port() == axis.port() && console.port() != 0) {
            throw Setting.refuse("lienthong.axis.port", axis.port(), "khác lienthong.console.port");
        }
        if (services.port() != 0 && (services.port() == console.port() || services.port() == axis.port())) {
            throw Setting.refuse(
                    "lienthong.services.port", services.port(), "khác lienthong.console.port và lienthong.axis.port");
        }
        if (signing.rules().anyWaits() && timestamp.url().isEmpty()) {
            throw Setting.refuse("lienthong.signing.waits", true, "false, vì lienthong.timestamp.url còn trống");
        }
        if (vault.orphanAge().compareTo(door.uploadTimeout()) <= 0) {
            throw Setting.refuse(
                    "lienthong.vault.orphan-age", vault.orphanAge(), "dài hơn lienthong.door.upload-timeout");
        }
    }
}
