package vn.lienthong.routes.door;

import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.finding.Finding;

/** What became of a body that was spooled. */
public sealed interface Upload {

    record Stored(StoredBytes bytes) implements Upload {}

    /** Nothing of it was kept. */
    record Refused(Finding finding) implements Upload {}
}
