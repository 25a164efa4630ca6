package vn.lienthong.routes.command.demo;

import java.nio.file.Path;

/**
 * The two data folders of the network, and the secret by which the one gateway knows the other.
 *
 * @param member of the province; its demo folder holds the keys of the story too
 */
record NetworkFolders(DemoFolder axis, DemoFolder member) {
    static final String MEMBER_AT_AXIS = "demo-cong-tayninh";
    static final String AXIS_AT_MEMBER = "demo-truc";

    static NetworkFolders in(Path data) {
        return new NetworkFolders(DemoFolder.in(data.resolve("truc")), DemoFolder.in(data.resolve("cong-tay-ninh")));
    }

    String linkSecret() {
        return axis.secret(MEMBER_AT_AXIS);
    }
}
