package vn.lienthong.routes.door.console;

/** What stands between a right password and the first page. */
enum LoginStep {
    /** Nothing. */
    DONE("/"),
    /** A code of the second factor. */
    CODE("/login/code"),
    /** The account has no second factor yet, and needs one. */
    SET_UP("/login/set-up");

    private final String path;

    LoginStep(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
