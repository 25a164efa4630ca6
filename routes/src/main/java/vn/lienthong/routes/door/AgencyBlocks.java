package vn.lienthong.routes.door;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.Agency;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyDirectory;
import vn.lienthong.gateway.packet.AgencyBlock;

/** Agencies as a packet names them: a caller gives codes, the directory the names. */
public final class AgencyBlocks {

    private final Agencies agencies;

    public AgencyBlocks(Agencies agencies) {
        this.agencies = agencies;
    }

    /** What the code means at the instant; without a name where the directory has none. */
    AgencyBlock of(String code, Instant at) {
        String written = code.strip();
        return AgencyBlock.of(written, written.isEmpty() ? "" : name(new AgencyCode(written), at));
    }

    private String name(AgencyCode code, Instant at) {
        AgencyDirectory directory = agencies.current();
        return directory
                .holderOf(code, at)
                .or(() -> Optional.of(directory.historyOf(code))
                        .filter(history -> !history.isEmpty())
                        .map(history -> history.getLast().agency()))
                .flatMap(id -> directory.agency(id, at).or(() -> directory.agency(id)))
                .map(Agency::name)
                .orElse("");
    }
}
