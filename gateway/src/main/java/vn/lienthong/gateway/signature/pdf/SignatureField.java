package vn.lienthong.gateway.signature.pdf;

import vn.lienthong.gateway.signature.pdf.PdfValue.Dictionary;

/**
 * A signature field with a value (ISO 32000-1 §12.7.4.5).
 *
 * @param name its full name, or its object number where it has none
 * @param value the signature dictionary
 * @param place where the value stands in the file: the same signature seen in several revisions has the same place
 */
record SignatureField(String name, Dictionary value, int place) {}
