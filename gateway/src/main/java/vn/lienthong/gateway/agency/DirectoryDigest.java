package vn.lienthong.gateway.agency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;

/**
 * SHA-256 over the rows of a directory, one line a row in the order of their text, each field preceded by its length so
 * that no two contents share lines. When a code became known is left out: it differs between installations.
 */
final class DirectoryDigest {

    private DirectoryDigest() {}

    static String of(DirectoryRows rows) {
        List<String> lines = new ArrayList<>(rows.agencies().size()
                + rows.codes().size()
                + rows.successions().size());
        for (Agency agency : rows.agencies()) {
            lines.add(line(
                    "agency",
                    agency.id().toString(),
                    agency.name(),
                    agency.superior().map(AgencyId::toString).orElse(""),
                    agency.kind().name(),
                    micros(agency.from()),
                    micros(agency.to())));
        }
        for (CodeAssignment code : rows.codes()) {
            lines.add(line(
                    "code",
                    code.code().text(),
                    code.agency().toString(),
                    code.form().name(),
                    micros(code.from()),
                    micros(code.to())));
        }
        for (Succession succession : rows.successions()) {
            lines.add(line(
                    "succession",
                    succession.from().toString(),
                    succession.to().toString(),
                    succession.kind().name(),
                    micros(succession.effective()),
                    succession.basis()));
        }
        Collections.sort(lines);
        MessageDigest digest = Sha256.newDigest();
        for (String line : lines) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.finish(digest).hex();
    }

    private static String line(String... fields) {
        StringBuilder line = new StringBuilder(160);
        for (String field : fields) {
            line.append(field.length()).append(':').append(field).append(' ');
        }
        return line.append('\n').toString();
    }

    private static String micros(Optional<Instant> instant) {
        return instant.map(DirectoryDigest::micros).orElse("");
    }

    private static String micros(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
