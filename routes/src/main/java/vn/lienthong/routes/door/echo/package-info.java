/** The door that nobody knocks at: agencies that answer by themselves, for whoever tests his system. */
@NullMarked
package vn.lienthong.routes.door.echo;

import org.jspecify.annotations.NullMarked;
