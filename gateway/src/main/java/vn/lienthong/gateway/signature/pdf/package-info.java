/**
 * PDF signatures: a strict reader of our own for what the verdict rests on (revisions, form fields, signature dictionaries,
 * byte ranges), the judgement of each signature on its own revision, and signing by incremental update.
 */
@NullMarked
package vn.lienthong.gateway.signature.pdf;

import org.jspecify.annotations.NullMarked;
