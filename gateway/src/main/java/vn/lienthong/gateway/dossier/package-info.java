/** What we know about one document, its deliveries and the ports behind which it is kept. */
@NullMarked
package vn.lienthong.gateway.dossier;

import org.jspecify.annotations.NullMarked;
