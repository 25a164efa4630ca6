/**
 * Associated signature containers (EN 319 162-1): a strict reading of the archive first, so that what is verified is what is read,
 * then each signature over exactly what it lists; and the making of such containers.
 */
@NullMarked
package vn.lienthong.gateway.signature.asic;

import org.jspecify.annotations.NullMarked;
