/** The command line: one class per command, each a thin shell around what it runs. */
@NullMarked
package vn.lienthong.routes.command;

import org.jspecify.annotations.NullMarked;
