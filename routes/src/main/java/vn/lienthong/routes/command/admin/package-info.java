/** {@code admin}: what an administrator does to a gateway's record from the command line, whether or not it runs. */
@NullMarked
package vn.lienthong.routes.command.admin;

import org.jspecify.annotations.NullMarked;
