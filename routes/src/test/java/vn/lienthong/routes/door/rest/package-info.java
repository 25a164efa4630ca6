@NullMarked
package vn.lienthong.routes.door.rest;

import org.jspecify.annotations.NullMarked;
