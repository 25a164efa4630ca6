package vn.lienthong.gateway.signature.pdf;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;
import vn.lienthong.gateway.signature.pdf.PdfValue.Text;
import vn.lienthong.gateway.signature.pdf.PdfValue.Whole;

/**
 * Notes what lets a file show one thing when it is signed and another later (ISO 32000-1 §12.6.4, §8.11, §7.11): scripts,
 * actions that leave the file, layers, pictures for other devices, files within the file.
 */
final class HarmfulContent implements LiveObjects.Visitor {
    private static final Set<String> SCRIPTS = Set.of("JS", "JavaScript");
    private static final Set<String> ACTIONS = Set.of(
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Hide",
            "ResetForm",
            "Sound",
            "Movie",
            "Thread",
            "SetOCGState",
            "Rendition",
            "RichMediaExecute",
            "GoTo3DView");
    private static final Set<String> EMBEDDED = Set.of("EmbeddedFiles", "EF", "Collection", "RichMediaContent");
    private static final Set<String> EMBEDDED_ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final Set<String> LAYERS = Set.of("OCGs", "OC", "Alternates", "OPI");
    private static final Set<String> OTHER_LOOKS = Set.of("R", "D");
    /** NoView, and ToggleNoView (ISO 32000-1 Table 165): seen on paper, or under the mouse, and not on the screen. */
    private static final long NOT_VIEWED = 1 << 5 | 1 << 8;

    /**
     * Addresses that a reader hands to a browser or a mail program; others start programs, open files of this or another machine, or
     * run scripts.
     */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:https?|mailto|tel):.*|(?![a-z][a-z0-9+.-]*:|[\\\\/]{2}|\\\\).*)");

    private final Map<ErrorCode, String> seen = new EnumMap<>(ErrorCode.class);
    private final PdfView view;

    HarmfulContent(PdfView view) {
        this.view = view;
    }

    /** What was seen, in the order of the codes, with the first place of each. */
    Map<ErrorCode, String> seen() {
        return seen;
    }

    @Override
    public void see(int object, Dictionary dictionary, boolean stream) throws PdfFault {
        if (dictionary.repeated()) {
            throw new PdfFault("object " + object + ": a key twice (expected: once)");
        }
        for (Map.Entry<String, PdfValue> entry : dictionary.entries().entrySet()) {
            if (entry.getValue() != PdfValue.Nothing.NOTHING) {
                key(object, entry.getKey());
            }
        }
        names(object, dictionary);
        annotation(object, dictionary);
        base(object, dictionary);
        if (stream && dictionary.has("F")) {
            note(ErrorCode.SIGNING_EMBEDDED_FILE, object, "a stream kept in another file");
        }
    }

    private void key(int object, String key) {
        if (SCRIPTS.contains(key)) {
            note(ErrorCode.SIGNING_SCRIPT, object, "/" + key);
        } else if (key.equals("XFA")) {
            note(ErrorCode.SIGNING_XFA, object, "/XFA");
        } else if (LAYERS.contains(key)) {
            note(ErrorCode.SIGNING_LAYERS, object, "/" + key);
        } else if (EMBEDDED.contains(key)) {
            note(ErrorCode.SIGNING_EMBEDDED_FILE, object, "/" + key);
        }
    }

    /** A name may stand in an object of its own: a reader looks there, so do we. */
    private void names(int object, Dictionary dictionary) throws PdfFault {
        String action = view.name(dictionary, "S");
        if (SCRIPTS.contains(action)) {
            note(ErrorCode.SIGNING_SCRIPT, object, "/S /" + action);
        } else if (ACTIONS.contains(action)) {
            note(ErrorCode.SIGNING_ACTION, object, "/S /" + action);
        } else if (action.equals("URI")) {
            address(object, dictionary, "URI");
        }
        String type = view.name(dictionary, "Type");
        String kind = view.name(dictionary, "Subtype");
        if (type.equals("OCG") || type.equals("OCMD")) {
            note(ErrorCode.SIGNING_LAYERS, object, "optional content");
        }
        if (kind.equals("PS") || view.name(dictionary, "Subtype2").equals("PS")) {
            note(ErrorCode.SIGNING_LAYERS, object, "PostScript, shown on some printers only");
        }
        if (kind.equals("Form") && dictionary.has("Ref")) {
            note(ErrorCode.SIGNING_ACTION, object, "a page of another file");
        }
        if (EMBEDDED_ANNOTATIONS.contains(kind) || type.equals("EmbeddedFile")) {
            note(ErrorCode.SIGNING_EMBEDDED_FILE, object, "an embedded file");
        }
    }

    /** What is seen now and then, or looks another way under the mouse; what signs is judged by who verifies it. */
    private void annotation(int object, Dictionary dictionary) throws PdfFault {
        String kind = view.name(dictionary, "Subtype");
        if (kind.isEmpty() || !dictionary.has("Rect")) {
            return;
        }
        String field = kind.equals("Widget") ? FieldsShown.type(view, dictionary) : "";
        if (view.resolve(dictionary.get("F")) instanceof Whole flags
                && (flags.value() & NOT_VIEWED) != 0
                && !field.equals("Sig")) {
            note(ErrorCode.SIGNING_LAYERS, object, "an annotation that is printed and not seen");
        }
        // Buttons and boxes of forms look pressed while they are: anybody's form has them.
        Dictionary looks = view.dictionary(dictionary, "AP");
        if (field.isEmpty() && OTHER_LOOKS.stream().anyMatch(looks::has)) {
            note(ErrorCode.SIGNING_LAYERS, object, "an annotation that looks another way under the mouse");
        }
    }

    /** What addresses without a scheme are continued from (ISO 32000-1 §12.6.4.7). */
    private void base(int object, Dictionary dictionary) throws PdfFault {
        if (dictionary.has("URI") && view.resolve(dictionary.get("URI")) instanceof Dictionary addresses) {
            address(object, addresses, "Base");
        }
    }

    private void address(int object, Dictionary dictionary, String key) throws PdfFault {
        if (dictionary.has(key) && view.resolve(dictionary.get(key)) instanceof Text text) {
            String address = new String(PdfStrings.decode(text), StandardCharsets.ISO_8859_1)
                    .replaceAll("[^!-~]", "")
                    .toLowerCase(Locale.ROOT);
            if (!ADDRESS.matcher(address).matches()) {
                note(ErrorCode.SIGNING_ACTION, object, "/" + key + " " + scheme(address));
            }
        }
    }

    private static String scheme(String address) {
        return address.matches("[\\\\/].*") ? address.substring(0, 1) : address.substring(0, address.indexOf(':') + 1);
    }

    private void note(ErrorCode code, int object, String what) {
        seen.putIfAbsent(code, "object " + object + ": " + what + " (expected: none)");
    }
}
