package vn.lienthong.routes.command.admin;

/** Who works at the machine: a command has no login of the console's. */
final class Actor {
    private Actor() {}

    /** As evidence names it. */
    static String here() {
        return "CLI:" + System.getProperty("user.name", "?");
    }
}
