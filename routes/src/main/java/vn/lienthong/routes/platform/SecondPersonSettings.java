package vn.lienthong.routes.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code lienthong.console.second-person}: two people for trust stores, tables of agencies and closings.
 *
 * @param required whether such an act waits for a second person; default true, in the demo false
 * @param lifetime how long a proposal can be confirmed; default 72 h
 * @param letIn how long who came by a link or by a password from somebody counts as that somebody, and cannot confirm what
 *     that one proposed; default 30 d, 0 for never
 * @param alone whether {@code admin … --alone --reason} may do without one, for an emergency; default false
 */
public record SecondPersonSettings(
        @Nullable Boolean required,
        @DefaultValue("72h") Duration lifetime,
        @DefaultValue("30d") Duration letIn,
        @DefaultValue("false") boolean alone) {
    public SecondPersonSettings {
        Setting.inRange(
                "lienthong.console.second-person.lifetime", lifetime, Duration.ofMinutes(5), Duration.ofDays(90));
        Setting.inRange("lienthong.console.second-person.let-in", letIn, Duration.ZERO, Duration.ofDays(365));
    }

    public boolean isRequired(Mode mode) {
        return required == null ? mode == Mode.SERVE : required;
    }
}
