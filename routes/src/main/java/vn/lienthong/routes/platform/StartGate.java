package vn.lienthong.routes.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Asks every {@link StartCheck} and stops the start with all their reasons at once. */
@Component
final class StartGate implements SmartInitializingSingleton {
    private final Mode mode;
    private final List<StartCheck> checks;

    StartGate(Mode mode, List<StartCheck> checks) {
        this.mode = mode;
        this.checks = checks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (mode == Mode.SERVE) {
            String refusals = checks.stream()
                    .map(StartCheck::refusal)
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(System.lineSeparator() + "  - "));
            if (!refusals.isEmpty()) {
                throw new StartRefused("không khởi động:" + System.lineSeparator() + "  - " + refusals);
            }
        }
    }
}
