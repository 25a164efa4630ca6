/** Chains, trees and seals: what was altered is found. */
@NullMarked
package vn.lienthong.gateway.evidence;

import org.jspecify.annotations.NullMarked;
