/** Reception on a real PostgreSQL: what is on record after each case, and what was answered. */
@NullMarked
package vn.lienthong.gateway.dossier.reception;

import org.jspecify.annotations.NullMarked;
