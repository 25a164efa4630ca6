package vn.lienthong.routes.door.console;

import java.util.List;
import vn.lienthong.gateway.approval.SignRequestAtDesk;
import vn.lienthong.gateway.finding.ErrorCatalogue;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.seal.SealPdf;

/**
 * Why nothing was sealed, and the way out.
 *
 * @param text names the text
 * @param detail for whoever has to look into it; may be empty
 * @param reasons what is in the file
 */
record Hindrance(String text, String detail, List<ErrorCatalogue.Explained> reasons) {

    static Hindrance of(SealPdf.Outcome outcome) {
        return switch (outcome) {
            case SealPdf.Outcome.Refused refused ->
                new Hindrance("seal.hindered.file", "", explained(refused.findings()));
            case SealPdf.Outcome.NoSeal none -> new Hindrance("seal.hindered.none", "", List.of());
            case SealPdf.Outcome.AtDesk desk -> new Hindrance("seal.hindered.desk", "", List.of());
            case SealPdf.Outcome.NoName unnamed -> new Hindrance("seal.hindered.name", "", List.of());
            case SealPdf.Outcome.KeyUnusable key ->
                new Hindrance("seal.hindered.key." + key.trouble(), key.number(), List.of());
            case SealPdf.Outcome.Unfit unfit -> new Hindrance("seal.hindered.unfit", unfit.why(), List.of());
            case SealPdf.Outcome.Busy busy -> new Hindrance("seal.hindered.busy", "", List.of());
            case SealPdf.Outcome.Sealed sealed ->
                throw new IllegalArgumentException("outcome: sealed (expected: why it was not)");
        };
    }

    static Hindrance of(SignRequestAtDesk.Outcome.NotOpened not) {
        return new Hindrance("signing.outcome." + not.why(), "", explained(not.findings()));
    }

    private static List<ErrorCatalogue.Explained> explained(List<Finding> findings) {
        List<String> codes = findings.stream()
                .map(finding -> finding.code().name())
                .distinct()
                .toList();
        return ErrorCatalogue.all().stream()
                .filter(known -> codes.contains(known.code().name()))
                .toList();
    }
}
