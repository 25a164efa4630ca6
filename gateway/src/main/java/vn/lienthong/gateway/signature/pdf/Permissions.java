package vn.lienthong.gateway.signature.pdf;

import java.util.Optional;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Name;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/** What earlier signatures allow: one that certifies without changes, or locks every field, allows no further signature. */
final class Permissions {
    private Permissions() {}

    /** Why a further signature is forbidden; empty when it is not. */
    static Optional<String> forbidden(PdfView view) throws PdfFault {
        for (SignatureField field : FindSignatures.in(view)) {
            for (PdfValue item : view.array(field.value(), "Reference")) {
                if (view.resolve(item) instanceof Dictionary reference) {
                    Optional<String> reason = forbidden(view, reference);
                    if (reason.isPresent()) {
                        return Optional.of("signature " + field.name() + ": " + reason.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> forbidden(PdfView view, Dictionary reference) throws PdfFault {
        Dictionary parameters = view.dictionary(reference, "TransformParams");
        String method = view.resolve(reference.get("TransformMethod")) instanceof Name name ? name.text() : "";
        boolean none = view.resolve(parameters.get("P")) instanceof Whole permission && permission.value() == 1;
        return switch (method) {
            case "DocMDP" ->
                none
                        ? Optional.of("certified without any change (expected: further signatures allowed)")
                        : Optional.empty();
            case "FieldMDP" -> {
                String action = view.resolve(parameters.get("Action")) instanceof Name name ? name.text() : "";
                // A new field is none of those that a lock names, and one of those that it does not name.
                yield action.equals("Include") && !none
                        ? Optional.empty()
                        : Optional.of("fields locked, " + action + " (expected: further signatures allowed)");
            }
            default -> Optional.empty();
        };
    }
}
