package vn.lienthong.routes.door.rest;

import vn.lienthong.gateway.dossier.DossierId;

/** Where things are found. */
final class RestPaths {

    static final String BASE = "/api/v1";

    private RestPaths() {}

    static String document(DossierId id) {
        return BASE + "/documents/" + id;
    }
}
