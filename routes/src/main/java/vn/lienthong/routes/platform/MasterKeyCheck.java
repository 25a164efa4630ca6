package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.SealedSecrets;
import vn.lienthong.gateway.access.SecretBox;
import vn.lienthong.gateway.access.Systems;

/**
 * Whether the master key is the one that the secrets lie under: with another, every call would be refused, no second factor
 * would fit, and no neighbour could be called. One value of every kind is tried, and the secret of every system.
 */
record MasterKeyCheck(Systems systems, SealedSecrets sealed, SecretBox box, Path file) implements StartCheck {
    @Override
    public Optional<String> refusal() {
        List<String> closed = systems.all().stream()
                .filter(ReceivingSystem::enabled)
                .map(ReceivingSystem::systemId)
                .filter(id -> !opens(id))
                .toList();
        return closed.isEmpty()
                ? others()
                : Optional.of("khóa chủ " + file + ": không mở được khóa bí mật của " + String.join(", ", closed)
                        + " (đặt lại tệp khóa chủ từ bản sao lưu; mất hẳn thì cấp khóa mới bằng admin system secret)");
    }

    private Optional<String> others() {
        List<String> closed = sealed.closed(box);
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of("khóa chủ " + file + ": không mở được " + String.join(", ", closed)
                        + " (đặt lại tệp khóa chủ từ bản sao lưu; mất hẳn thì cài lại từng khóa: admin user reset-factor,"
                        + " admin neighbour secret, webhook mới)");
    }

    private boolean opens(String systemId) {
        try {
            return systems.secret(systemId).isPresent();
        } catch (IllegalStateException | IllegalArgumentException underAnotherKey) {
            return false;
        }
    }
}
