package vn.lienthong.gateway.signature.form;

/** How large a page is as it is shown. */
public record PageSize(double widthMm, double heightMm) {}
