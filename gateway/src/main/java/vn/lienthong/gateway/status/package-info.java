/** Business statuses coming back and what they say about a document. */
@NullMarked
package vn.lienthong.gateway.status;

import org.jspecify.annotations.NullMarked;
