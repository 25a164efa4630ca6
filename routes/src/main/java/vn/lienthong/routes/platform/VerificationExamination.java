package vn.lienthong.routes.platform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.lienthong.gateway.signature.Rules;

/** The rules of signature verification as they hold here. */
final class VerificationExamination {
    private VerificationExamination() {}

    static List<Diagnosis> examine(GatewayConfiguration configuration) {
        Rules rules = configuration.verification().policy().rules();
        String levels = rules.all().entrySet().stream()
                .map(rule -> rule.getKey() + "=" + rule.getValue())
                .collect(Collectors.joining(", "));
        String ends = rules.ends().isEmpty()
                ? "không thuật toán nào có hạn"
                : rules.ends().stream()
                        .map(end -> String.format(Locale.ROOT, "%s đến %s", end, end.end()))
                        .collect(Collectors.joining(", "));
        return List.of(Diagnosis.good("quy tắc kiểm tra chữ ký", levels + "; " + ends));
    }
}
