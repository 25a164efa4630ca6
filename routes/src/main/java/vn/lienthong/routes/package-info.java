/** How papers move: doors, flows, links, platform and the command line. */
@NullMarked
package vn.lienthong.routes;

import org.jspecify.annotations.NullMarked;
