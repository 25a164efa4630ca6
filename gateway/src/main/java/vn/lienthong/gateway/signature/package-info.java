/**
 * What a signature is worth: the words of ETSI EN 319 102-1, the facts that were found, the policy they are measured by
 * and the report. Every question stands by itself; there is no single flag that says "valid".
 */
@NullMarked
package vn.lienthong.gateway.signature;

import org.jspecify.annotations.NullMarked;
