/** From a certificate to a root: trust stores per branch, bounded path building, the certificate profile, revocation from cache. */
@NullMarked
package vn.lienthong.gateway.signature.path;

import org.jspecify.annotations.NullMarked;
