/**
 * The door for the signing program at a person's desk: by an address that works once it fetches the file, by another it returns the
 * signed one. It has neither session nor cookie: the secret in the address is all it shows.
 */
@NullMarked
package vn.lienthong.routes.door.desk;

import org.jspecify.annotations.NullMarked;
