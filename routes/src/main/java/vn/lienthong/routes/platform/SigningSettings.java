package vn.lienthong.routes.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lienthong.gateway.lasting.ExtendFile;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.LastingRule;
import vn.lienthong.gateway.lasting.LastingRules;
import vn.lienthong.gateway.signature.form.FormKind;

/**
 * {@code lienthong.signing}: how long the signatures that agencies put on here can be checked. Works where {@code timestamp.url} names
 * an authority; without one every signature stays as it is made (level B).
 *
 * @param level to which a signature is brought by itself (EN 319 142-1): B, T, LT or LTA; default T
 * @param waits whether a document may be sent only once its signature has its timestamp; default false: it is sent at
 *     once, and the archived copy gets the timestamp
 * @param exceptions other rules for an agency, a kind of form, or both; the first that fits holds
 * @param freshWithin how long revocation lists newer than the signature are waited for before older ones are taken; default 24 h
 * @param atOnceWithin how long a signature waits for a timestamp that cannot be added later: an officer's, and XML, CMS and
 *     containers that are signed for systems. What is not there by then is left out. Default 5 s; {@code 0s}: none is asked for
 * @param renewBefore how long before the certificate of the last archive timestamp expires another is put over it; default 90 days
 */
public record SigningSettings(
        @DefaultValue("T") LastingLevel level,
        @DefaultValue("false") boolean waits,
        @DefaultValue List<Only> exceptions,
        @DefaultValue("24h") Duration freshWithin,
        @DefaultValue("5s") Duration atOnceWithin,
        @DefaultValue("2160h") Duration renewBefore) {

    /**
     * {@code lienthong.signing.exceptions[n]}.
     *
     * @param agency code of the agency that signs; all where it is left out
     * @param kind {@code AGENCY_SEAL}, {@code COPY} (annexes and copies), {@code INCOMING_STAMP} or {@code OFFICER}; all where it is left out
     */
    public record Only(
            @Nullable String agency, @Nullable FormKind kind, @DefaultValue("T") LastingLevel level, boolean waits) {}

    public SigningSettings {
        exceptions = List.copyOf(exceptions);
        Setting.inRange("lienthong.signing.fresh-within", freshWithin, Duration.ZERO, Duration.ofDays(30));
        Setting.inRange("lienthong.signing.at-once-within", atOnceWithin, Duration.ZERO, Duration.ofMinutes(1));
        Setting.inRange("lienthong.signing.renew-before", renewBefore, Duration.ofDays(1), Duration.ofDays(3650));
        check("lienthong.signing.waits", level, waits);
        exceptions.stream()
                .filter(only -> only.kind() == FormKind.OFFICER && only.waits())
                .forEach(only -> {
                    throw Setting.refuse(
                            "lienthong.signing.exceptions.waits", true, "false, vì chữ ký của lãnh đạo không chờ ai");
                });
        exceptions.forEach(only -> check("lienthong.signing.exceptions.waits", only.level(), only.waits()));
    }

    private static void check(String path, LastingLevel level, boolean waits) {
        if (waits && level == LastingLevel.B) {
            throw Setting.refuse(path, true, "false, vì mức B không có dấu thời gian để chờ");
        }
    }

    /** As the domain wants them. */
    LastingRules rules() {
        return new LastingRules(
                new LastingRule(level, waits),
                exceptions.stream()
                        .map(only -> new LastingRules.Only(
                                Optional.ofNullable(only.agency()),
                                Optional.ofNullable(only.kind()),
                                new LastingRule(only.level(), only.waits())))
                        .toList());
    }

    ExtendFile.Terms terms() {
        return new ExtendFile.Terms(freshWithin, renewBefore);
    }
}
