package vn.lienthong.gateway.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.signature.path.SealCertificate;

/**
 * A key that is an agency's seal for a time (Decree 30/2020/NĐ-CP Art 12(3), Circular 41/2017/TT-BTTTT).
 *
 * @param from first instant at which it is
 * @param to first instant at which it no longer is; empty while open-ended
 * @param secretFile file with the password or PIN, read whenever the key is opened; empty where the store keeps it
 * @param certificate the one that the key had when the seal was added: another key in its place is not this seal
 * @param addedBy as evidence names people
 */
public record AgencySeal(
        SealId id,
        AgencyId agency,
        Instant from,
        Optional<Instant> to,
        KeyPlace place,
        Optional<String> secretFile,
        SealCertificate certificate,
        String addedBy)
        implements HeldKey<SealId> {

    /** Files that hold its key, or what opens it. */
    public List<Path> files() {
        return files(place, secretFile);
    }

    public static List<Path> files(KeyPlace place, Optional<String> secretFile) {
        List<Path> files = new ArrayList<>();
        if (place instanceof KeyPlace.File file) {
            files.add(Path.of(file.path()));
        }
        secretFile.map(Path::of).ifPresent(files::add);
        return files;
    }

    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
    }
}
