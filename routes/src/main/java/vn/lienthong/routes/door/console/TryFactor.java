package vn.lienthong.routes.door.console;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.CheckFactor;
import vn.lienthong.gateway.access.JournaledFactorCheck;
import vn.lienthong.routes.platform.ConsoleSettings;
import vn.lienthong.routes.platform.GatewayConfiguration;

/** A try at the second factor: counted by account in the database, with its line in the journal, and by address here. */
@Component
final class TryFactor {

    private final JournaledFactorCheck checking;
    private final LoginAttempts attempts;
    private final ConsoleSettings settings;
    private final Clock clock;

    TryFactor(CheckFactor checking, AccessEvents events, GatewayConfiguration configuration, Clock clock) {
        this.checking = new JournaledFactorCheck(checking, events, clock);
        this.settings = configuration.console();
        this.attempts = new LoginAttempts(clock, settings.loginFailures(), settings.loginPause());
        this.clock = clock;
    }

    CheckFactor.Outcome check(String username, String code, String address) {
        if (attempts.mustWait("", address)) {
            return new CheckFactor.Outcome.Wait(clock.instant().plus(settings.loginPause()));
        }
        CheckFactor.Outcome outcome = checking.check(username, code, address);
        switch (outcome) {
            case CheckFactor.Outcome.Passed passed -> attempts.succeeded("", address);
            case CheckFactor.Outcome.Wrong wrong -> attempts.failed(username, address);
            case CheckFactor.Outcome.Wait wait -> attempts.failed(username, address);
        }
        return outcome;
    }
}
