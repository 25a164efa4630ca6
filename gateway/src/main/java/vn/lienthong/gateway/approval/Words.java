package vn.lienthong.gateway.approval;

/** What people type into a note or a reason: bounded, and of characters that are shown. */
final class Words {

    private Words() {}

    static String of(String typed) {
        String text = typed.replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\p{Cn}\\p{Co}\\p{Cs}]", " ")
                .strip();
        return text.length() <= SigningRequest.LONGEST_WORDS ? text : text.substring(0, SigningRequest.LONGEST_WORDS);
    }
}
