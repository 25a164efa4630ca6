/**
 * Another engine's opinion of signatures, off the hot path: it may disagree with ours, and never decides alone. The one package
 * that knows the EU's DSS.
 */
@NullMarked
package vn.lienthong.gateway.signature.secondopinion;

import org.jspecify.annotations.NullMarked;
