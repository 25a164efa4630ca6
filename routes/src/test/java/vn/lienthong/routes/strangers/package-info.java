/** Every operation of every door, tried by everybody who has no business there. */
@org.jspecify.annotations.NullMarked
package vn.lienthong.routes.strangers;
