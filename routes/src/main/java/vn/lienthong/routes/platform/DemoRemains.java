package vn.lienthong.routes.platform;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.signature.path.DevelopmentMark;
import vn.lienthong.gateway.signature.path.TrustStores;

/** What the demo leaves in a data folder, and why {@code serve} then keeps its doors shut. */
@Configuration(proxyBeanMethods = false)
public class DemoRemains {
    /** Every system that the demo registers is named so. */
    public static final String SYSTEM_PREFIX = "demo-";

    private static final String ANOTHER_FOLDER =
            " (dùng thư mục dữ liệu khác cho văn bản thật, đừng dùng lại thư mục của" + " lệnh demo)";

    /** Their secrets were shown on a screen. */
    @Bean
    StartCheck noDemoSystems(Systems systems) {
        return () -> refusal(
                "hệ thống trình diễn còn hoạt động: ",
                systems.all().stream()
                        .filter(system -> system.enabled() && system.systemId().startsWith(SYSTEM_PREFIX))
                        .map(ReceivingSystem::systemId));
    }

    /** Anybody can have a development authority sign for any agency. */
    @Bean
    StartCheck noDevelopmentTrust(TrustStores stores) {
        return () -> developmentTrust(stores);
    }

    /** Why these stores must not be used in {@code serve}, at the start or later. */
    static Optional<String> developmentTrust(TrustStores stores) {
        return refusal(
                "kho tin cậy có chứng thư chỉ dành cho phát triển: ",
                stores.authorities().stream()
                        .filter(DevelopmentMark::isOn)
                        .map(X509Certificate::getSubjectX500Principal)
                        .map(Object::toString));
    }

    private static Optional<String> refusal(String what, Stream<String> found) {
        List<String> names = found.distinct().toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(what + names.stream().collect(Collectors.joining("; ")) + ANOTHER_FOLDER);
    }
}
