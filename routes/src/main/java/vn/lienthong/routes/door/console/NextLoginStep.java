package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Component;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Factors;
import vn.lienthong.routes.platform.GatewayConfiguration;
import vn.lienthong.routes.platform.Mode;
import vn.lienthong.routes.platform.SecondFactor;

/** What an account still has to show after its password. */
@Component
final class NextLoginStep {

    private final Factors factors;
    private final boolean required;
    private final boolean demo;

    NextLoginStep(Factors factors, GatewayConfiguration configuration, Mode mode) {
        this.factors = factors;
        this.required = configuration.console().secondFactor() == SecondFactor.REQUIRED;
        this.demo = mode == Mode.DEMO;
    }

    LoginStep after(Account account) {
        if (factors.exists(account.username())) {
            return LoginStep.CODE;
        }
        return isRequiredOf(account) ? LoginStep.SET_UP : LoginStep.DONE;
    }

    /** Whether somebody new is to set one up. */
    boolean required() {
        return required;
    }

    /** The passwords of demo accounts stand on the demo's screen: a second factor would only be in the way. */
    private boolean isRequiredOf(Account account) {
        return required && !(demo && account.demo());
    }
}
