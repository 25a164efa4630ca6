package vn.lienthong.routes.door.axis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Systems;
import vn.lienthong.gateway.digest.Hmac;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.routes.door.LimitCalls;
import vn.lienthong.routes.door.SystemBinding;

/** Authenticates a call from its headers alone, before a byte of its body is read. */
final class AuthenticateAxis {

    private final Systems systems;
    private final LimitCalls limiting;
    private final Clock clock;

    AuthenticateAxis(Systems systems, LimitCalls limiting, Clock clock) {
        this.systems = systems;
        this.limiting = limiting;
        this.clock = clock;
    }

    AxisCall authenticate(HttpServletRequest request) {
        String remote = request.getRemoteAddr();
        String claimed = claimed(request);
        Optional<LimitCalls.Limited> shut = limiting.beforeCheck(remote, claimed);
        if (shut.isPresent()) {
            return new AxisCall.Later(shut.get());
        }
        AxisCall call = check(request);
        return switch (call) {
            case AxisCall.Known known ->
                limiting.call(known.caller(), remote, claimed)
                        .<AxisCall>map(AxisCall.Later::new)
                        .orElse(known);
            case AxisCall.Denied denied -> {
                limiting.refused(remote);
                yield denied;
            }
            case AxisCall.Later already -> already;
        };
    }

    private static String claimed(HttpServletRequest request) {
        return AxisHeaders.raw(request, AxisHeaders.SIGNED)
                .map(AxisHeaders::signedBytes)
                .flatMap(bytes -> AxisHeaders.parameters(AxisHeaders.text(bytes[0])))
                .map(parameters -> parameters.getOrDefault("systemid", ""))
                .orElse("");
    }

    private AxisCall check(HttpServletRequest request) {
        Optional<String> signed = AxisHeaders.raw(request, AxisHeaders.SIGNED);
        Optional<String> code = AxisHeaders.raw(request, AxisHeaders.CODE);
        if (signed.isEmpty() || code.isEmpty()) {
            return denied("", ErrorCode.PARAMETER_MISSING, AxisHeaders.SIGNED, "thiếu header xác thực");
        }
        for (byte[] bytes : AxisHeaders.signedBytes(signed.get())) {
            String json = AxisHeaders.text(bytes);
            Optional<Map<String, String>> parameters = AxisHeaders.parameters(json);
            String systemId =
                    parameters.map(all -> all.getOrDefault("systemid", "")).orElse("");
            Optional<Credentials> credentials = systemId.isEmpty() ? Optional.empty() : systems.credentials(systemId);
            if (credentials.isPresent()
                    && isRight(credentials.get(), bytes, code.get().strip())) {
                return known(request, credentials.get(), parameters.orElseThrow());
            }
        }
        return refused(signed.get());
    }

    /** By the system's secret, or the one before while it still counts. */
    private boolean isRight(Credentials credentials, byte[] signed, String code) {
        return Hmac.matches(credentials.secret(), signed, code)
                || systems.previousSecret(credentials.system().systemId(), clock.instant())
                        .filter(previous -> Hmac.matches(previous, signed, code))
                        .isPresent();
    }

    /** Tells an operator which of the two it was; the caller hears the same for both. */
    private AxisCall refused(String signed) {
        Optional<Map<String, String>> parameters =
                AxisHeaders.parameters(AxisHeaders.text(AxisHeaders.signedBytes(signed)[0]));
        if (parameters.isEmpty()) {
            return denied("", ErrorCode.PARAMETER_MALFORMED, AxisHeaders.SIGNED, "không phải đối tượng JSON");
        }
        String systemId = parameters.get().getOrDefault("systemid", "");
        ErrorCode code = systems.secret(systemId).isEmpty() ? ErrorCode.SYSTEM_UNKNOWN : ErrorCode.MAC_WRONG;
        return denied(systemId, code, AxisHeaders.CODE, "systemid: " + systemId + " (expected: mã xác thực đúng)");
    }

    private AxisCall known(HttpServletRequest request, Credentials credentials, Map<String, String> parameters) {
        ReceivingSystem system = credentials.system();
        String systemId = system.systemId();
        Instant now = clock.instant();
        String stamp = parameters.getOrDefault("timestamp", "");
        Optional<Instant> claimed = AxisTimestamp.parse(stamp);
        if (claimed.isEmpty() || !AxisTimestamp.within(claimed.get(), now, system.timestampWindow())) {
            return denied(
                    systemId,
                    ErrorCode.TIMESTAMP_OUT_OF_WINDOW,
                    AxisHeaders.PREFIX + "timestamp",
                    "timestamp: " + stamp + " (expected: ddMMyyyy'T'HHmmss+SSSS, không quá "
                            + system.timestampWindow().toMinutes() + " phút; hãy tạo lại đối tượng SDK)");
        }
        Optional<Finding> elsewhere = SystemBinding.fault(system, request);
        if (elsewhere.isPresent()) {
            return new AxisCall.Denied(systemId, List.of(elsewhere.get()));
        }
        return new AxisCall.Known(credentials.caller(), parameters);
    }

    private static AxisCall denied(String systemId, ErrorCode code, String where, String text) {
        return new AxisCall.Denied(systemId, List.of(Finding.error(code, where, text)));
    }
}
