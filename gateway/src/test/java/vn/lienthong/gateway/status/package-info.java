/** Who may say what about a document. */
@NullMarked
package vn.lienthong.gateway.status;

import org.jspecify.annotations.NullMarked;
