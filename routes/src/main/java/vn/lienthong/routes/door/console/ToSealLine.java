package vn.lienthong.routes.door.console;

import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.SealPdf;
import vn.lienthong.gateway.tray.Draft;
import vn.lienthong.gateway.tray.SealDrafts;

/**
 * A file that will be sealed.
 *
 * @param sealer whose seal it gets
 * @param place where; null where it cannot be
 * @param hindrance why it cannot be; null where it can
 */
record ToSealLine(Draft draft, String file, AgencyId sealer, @Nullable Frame place, @Nullable Hindrance hindrance) {

    static ToSealLine of(SealDrafts.Line line) {
        String file = line.draft().files().get(line.number()).name();
        return switch (line.look()) {
            case SealPdf.Look.Fits fits ->
                new ToSealLine(line.draft(), file, line.sealer(), Frame.of(fits.place()), null);
            case SealPdf.Look.Hindered hindered ->
                new ToSealLine(line.draft(), file, line.sealer(), null, Hindrance.of(hindered.why()));
        };
    }
}
