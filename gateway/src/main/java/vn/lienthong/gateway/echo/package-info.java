/** What an agency that exists to be tested against says to whoever sends it something. */
@NullMarked
package vn.lienthong.gateway.echo;

import org.jspecify.annotations.NullMarked;
