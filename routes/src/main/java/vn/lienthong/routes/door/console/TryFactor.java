package vn.lienthong.routes.door.console;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.routes.platform.ConsoleSettings;
import vn.lienthong.routes.platform.GatewayConfiguration;

/**
 * A try at the second factor: counted by account in the database, and by address here. Who has the password of an account and
 * guesses the code is written down: somebody should hear of it.
 */
@Component
final class TryFactor {

    private final CheckFactor checking;
    private final AccessEvents events;
    private final LoginAttempts attempts;
    private final ConsoleSettings settings;
    private final Clock clock;

    TryFactor(CheckFactor checking, AccessEvents events, GatewayConfiguration configuration, Clock clock) {
        this.checking = checking;
        this.events = events;
        this.settings = configuration.console();
        this.attempts = new LoginAttempts(clock, settings.loginFailures(), settings.loginPause());
        this.clock = clock;
    }

    CheckFactor.Outcome check(String username, String code, String address) {
        if (attempts.mustWait("", address)) {
            return new CheckFactor.Outcome.Wait(clock.instant().plus(settings.loginPause()));
        }
        CheckFactor.Outcome outcome = checking.check(username, code, clock.instant());
        switch (outcome) {
            case CheckFactor.Outcome.Passed passed -> {
                attempts.succeeded("", address);
                passed.recoveryLeft()
                        .ifPresent(left -> note(username, AccessAct.RECOVERY_CODE_USED, left + " left, " + address));
            }
            case CheckFactor.Outcome.Wrong wrong -> {
                attempts.failed(username, address);
                note(username, AccessAct.FACTOR_FAILED, address);
            }
            case CheckFactor.Outcome.Wait wait -> attempts.failed(username, address);
        }
        return outcome;
    }

    private void note(String username, AccessAct act, String detail) {
        events.add(new AccessEvent(clock.instant(), "USER:" + username, act, username, detail));
    }
}
