package vn.lienthong.routes.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.console.second-person}: two people for trust stores, tables of agencies and closings.
 *
 * @param required whether such an act waits for a second person; default true, in the demo false
 * @param lifetime how long a proposal can be confirmed; default 72 h
 * @param alone whether {@code admin … --alone --reason} may do without one, for an emergency; default false
 */
public record SecondPersonSettings(
        @Nullable Boolean required, @DefaultValue("72h") Duration lifetime, @DefaultValue("false") boolean alone) {
    public SecondPersonSettings {
        Setting.inRange(
                "lienthong.console.second-person.lifetime", lifetime, Duration.ofMinutes(5), Duration.ofDays(90));
    }

    public boolean isRequired(Mode mode) {
        return required == null ? mode == Mode.SERVE : required;
    }
}
