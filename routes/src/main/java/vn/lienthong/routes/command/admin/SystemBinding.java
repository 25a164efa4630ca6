package vn.lienthong.routes.command.admin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.PushForm;
import vn.lienthong.gateway.access.PushTarget;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.routes.platform.AddressRange;

/** The options that say how a system is reached and what ties it down. */
final class SystemBinding {
    @Option(
            names = "--push",
            paramLabel = "URL",
            description = "đẩy văn bản tới địa chỉ này; bỏ trống thì hệ thống tự đến lấy")
    private @Nullable String push;

    @Option(
            names = "--push-by",
            paramLabel = "rest|soap",
            defaultValue = "rest",
            description =
                    "rest: POST gói tin; soap: thao tác receiveDocument mà hệ thống mở (WSDL: /services/receiver?wsdl)")
    private String pushBy = "rest";

    @Option(
            names = "--window",
            paramLabel = "GIỜ",
            description =
                    "tuổi tối đa của dấu thời gian trong lời gọi (mặc định theo door.timestamp-window; dài hơn 24 giờ"
                            + " phải kèm --bind-address hoặc --bind-certificate)")
    private @Nullable Integer windowHours;

    @Option(
            names = "--bind-address",
            paramLabel = "CIDR",
            description = "chỉ nhận lời gọi từ dải địa chỉ này; lặp lại được")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = "--bind-certificate",
            paramLabel = "TỆP",
            description = "chỉ nhận lời gọi có chứng thư TLS này (PEM hoặc DER)")
    private @Nullable Path certificate;

    /**
     * The system as its options describe it.
     *
     * @param usualWindow where the options name none
     * @throws CommandRefused naming the option that does not fit
     */
    ReceivingSystem system(String id, String name, CallerKind kind, Duration usualWindow) {
        addresses.forEach(SystemBinding::check);
        try {
            return new ReceivingSystem(
                    id,
                    name,
                    kind,
                    windowHours == null ? usualWindow : Duration.ofHours(windowHours),
                    addresses,
                    Optional.ofNullable(certificate).map(SystemBinding::fingerprint),
                    Optional.ofNullable(push).map(text -> new PushTarget(address(text), form())),
                    true);
        } catch (IllegalArgumentException unbound) {
            throw new CommandRefused(
                    "--window: " + windowHours
                            + " giờ (expected: tối đa 24, trừ khi kèm --bind-address hoặc --bind-certificate)",
                    unbound);
        }
    }

    private PushForm form() {
        return switch (pushBy) {
            case "rest" -> PushForm.REST;
            case "soap" -> PushForm.SOAP;
            default -> throw new CommandRefused("--push-by: " + pushBy + " (expected: rest hoặc soap)");
        };
    }

    private static void check(String range) {
        try {
            AddressRange.parse(range);
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("--bind-address: " + range + " (expected: địa chỉ hoặc dải như 10.1.0.0/16)", e);
        }
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return address;
            }
            throw new CommandRefused("--push: " + text + " (expected: https://máy/đường-dẫn)");
        } catch (URISyntaxException e) {
            throw new CommandRefused("--push: " + text + " (expected: https://máy/đường-dẫn)", e);
        }
    }

    private static String fingerprint(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(CertificateFactory.getInstance("X.509")
                            .generateCertificate(in)
                            .getEncoded())
                    .hex();
        } catch (IOException | CertificateException e) {
            throw new CommandRefused(
                    "--bind-certificate: " + file + " (expected: tệp chứng thư X.509, PEM hoặc DER)", e);
        }
    }
}
