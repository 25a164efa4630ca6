/** The life of a delivery as data, and the vault's contract. */
@NullMarked
package vn.lienthong.gateway.dossier;

import org.jspecify.annotations.NullMarked;
