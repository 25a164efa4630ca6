package vn.lienthong.gateway.admission;

import vn.lienthong.gateway.dossier.Dossier;

/** Whether the document's key is on record. */
public sealed interface SeenBefore {

    record Never() implements SeenBefore {}

    /** On record with equal content. */
    record Same(Dossier dossier) implements SeenBefore {}

    /** On record with other content, under an id that may be used once. */
    record Different(Dossier dossier) implements SeenBefore {}
}
