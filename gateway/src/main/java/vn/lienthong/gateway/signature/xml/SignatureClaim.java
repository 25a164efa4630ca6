package vn.lienthong.gateway.signature.xml;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a file that cannot be read as XML claims to be signed. A signature has the namespace of XML-DSig (XML-DSig §1.3), which
 * stands in the file as it is, or is put together by entities or character references.
 */
enum SignatureClaim {
    NONE,
    /** Nothing says so, and a reader that resolves more than we do might see it. */
    PERHAPS,
    MADE;

    /** Ends before a second colon and never looks back: a stranger's bytes are passed over once, not once for each beginning. */
    private static final String DECLARED = "xmlns(?::[^\\s=:\"'<>]*+)?+\\s*+=\\s*+";

    private static final Pattern MADE_BY = Pattern.compile(DECLARED + "(?:\"[^\"]*?xmldsig#|'[^']*?xmldsig#)");

    private static final Pattern COMPOSED =
            Pattern.compile("<!(?:ENTITY|ATTLIST)|" + DECLARED + "(?:\"[^\"&]*+&|'[^'&]*+&)");

    /** Those of pages and drawings, where they are published, bring no signatures along (HTML §13.1.1, SVG 1.1 §A.1). */
    private static final String PUBLISHED = "PUBLIC\\s*+[\"']-//(?:W3C|IETF)//DTD [^\"'<>]*+[\"']\\s*+"
            + "(?:[\"']https?://www\\.w3\\.org/[^\"'<>]*+[\"']\\s*+)?+|SYSTEM\\s*+[\"']about:legacy-compat[\"']\\s*+|";

    /** Declarations that come along, or are fetched, may give any element any namespace (XML 1.0 §3.3.2). */
    private static final Pattern DECLARING =
            Pattern.compile("<!DOCTYPE(?!\\s++[^\\s<>\\[]++\\s*+(?:" + PUBLISHED + ")>)", Pattern.CASE_INSENSITIVE);

    /** Encodings in which the letters looked for are the bytes looked for; behind any other name everything may stand. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\A[^<]{0,16}+<\\?xml[^>]{0,200}?encoding\\s{0,99}+=\\s{0,99}+[\"']"
                    + "(?!(?:utf-?(?:8|16|16be|16le)|us-ascii|ascii|iso-8859-\\d+|windows-\\d+)[\"'])",
            Pattern.CASE_INSENSITIVE);

    /** Two-byte encodings are read too: of Latin letters they differ by zeros alone. */
    static SignatureClaim in(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).replace("\u0000", "");
        if (MADE_BY.matcher(text).find()) {
            return MADE;
        }
        boolean perhaps = COMPOSED.matcher(text).find()
                || DECLARING.matcher(text).find()
                || FOREIGN.matcher(text).find();
        return perhaps ? PERHAPS : NONE;
    }
}
