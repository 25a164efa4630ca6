package vn.lienthong.routes;

/** The program: every command starts here. */
public final class LienThong {

    private LienThong() {}

    public static void main(String[] arguments) {
        System.out.println("Liên Thông");
    }
}
