package vn.lienthong.gateway.dossier.reception;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.agency.AgencyId;

/** The agencies of one version of the directory by their names, as people write these. */
final class AgencyNames {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final AgencyDirectory directory;
    private final Map<String, Set<AgencyId>> byName = new HashMap<>();

    AgencyNames(AgencyDirectory directory) {
        this.directory = directory;
        for (Agency stretch : directory.rows().agencies()) {
            byName.computeIfAbsent(plain(stretch.name()), name -> new LinkedHashSet<>())
                    .add(stretch.id());
        }
    }

    AgencyDirectory directory() {
        return directory;
    }

    /** Those that bore one of the names at an instant, or last before it. */
    Set<AgencyId> named(List<String> names, Instant at) {
        return names.stream()
                .map(AgencyNames::plain)
                .flatMap(name -> byName.getOrDefault(name, Set.of()).stream().filter(id -> directory
                        .agency(id, at)
                        .filter(then -> plain(then.name()).equals(name))
                        .isPresent()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Without what two hands write differently: case, runs of spaces, composed and decomposed letters. */
    private static String plain(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
