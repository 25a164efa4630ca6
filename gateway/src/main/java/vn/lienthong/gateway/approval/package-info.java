/** Signing requests: who is asked to sign what, who may and until when, batches, and the officers' own keys. */
@NullMarked
package vn.lienthong.gateway.approval;

import org.jspecify.annotations.NullMarked;
