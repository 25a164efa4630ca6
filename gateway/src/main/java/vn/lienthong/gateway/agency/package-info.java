/** Who an agency is, which codes named it when, who succeeded it, and where a code written then leads today. */
@NullMarked
package vn.lienthong.gateway.agency;

import org.jspecify.annotations.NullMarked;
