/**
 * Files that a person signs at his own desk, with a token that only the program there can ask: handed out once, by an address
 * that nobody can guess, and taken back only as the same file with the one signature more.
 */
@NullMarked
package vn.lienthong.gateway.desk;

import org.jspecify.annotations.NullMarked;
