/** Dated, hash-chained entries about a document, the seals over them and the receipts made of them. */
@NullMarked
package vn.lienthong.gateway.evidence;

import org.jspecify.annotations.NullMarked;
